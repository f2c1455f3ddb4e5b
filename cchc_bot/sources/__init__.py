"""Files that data comes from: catalogues, spreadsheets, the invented province."""
