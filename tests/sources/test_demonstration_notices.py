import re

from cchc_bot.app.files import DATA
from cchc_bot.sources.demonstration.notices import make_notices
from cchc_bot.sources.topics import read_topics
from tests.builders import NOW

_CODE = re.compile(r"[a-z0-9-]{1,16}")  # an action names a topic and a notice in 64 bytes


def test_demonstration_notices_are_marked_and_recent() -> None:
    notices = make_notices(DATA / "demo", NOW)

    assert len(notices) >= 10
    assert all(notice.is_demonstration and notice.is_published(NOW) for notice in notices)
    assert min(NOW - notice.published_at for notice in notices).days <= 1
    assert all((NOW - notice.published_at).days <= 31 for notice in notices)


def test_demonstration_notices_name_no_decision_of_a_real_office() -> None:
    for notice in make_notices(DATA / "demo", NOW):
        assert not re.search(r"\d+/(QĐ|NQ|KH|TT|NĐ|\d{4})", notice.body + notice.title)


def test_topics_and_notices_have_short_codes_of_their_own() -> None:
    for things in (read_topics(DATA), make_notices(DATA / "demo", NOW)):
        codes = [thing.code for thing in things]
        assert all(_CODE.fullmatch(code) for code in codes)
        assert len(set(codes)) == len(codes)
