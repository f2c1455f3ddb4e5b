"""What is handed out as a file: charts, later letters and tables."""
