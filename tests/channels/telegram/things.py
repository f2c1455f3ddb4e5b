"""What people send that has no words."""

PHOTO = [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}]
VOICE = {"file_id": "a", "file_unique_id": "b", "duration": 3}
STICKER = {
    "file_id": "a",
    "file_unique_id": "b",
    "type": "regular",
    "width": 9,
    "height": 9,
    "is_animated": False,
    "is_video": False,
}
PLACE = {"latitude": 21.0, "longitude": 105.8}
POLL = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
