"""/ngonngu: in which language to answer."""

from cchc_bot.chat.messages import Button, Reply
from cchc_bot.chat.routes import Asked, Audience, Route
from cchc_bot.domain.people import Language
from cchc_bot.services.people import PeopleService
from cchc_bot.texts import TextLibrary

COMMAND = "/ngonngu"


def routes(people: PeopleService, texts: TextLibrary) -> list[Route]:
    async def choose(asked: Asked) -> Reply:
        chosen = asked.text.lower()
        if chosen not in set(Language):
            buttons = tuple(
                Button(asked.say(f"language_name.{language}"), f"{COMMAND} {language}")
                for language in Language
            )
            return Reply.of(asked.say("language.question"), buttons=buttons)
        language = Language(chosen)
        await people.speak(asked.person, language)
        return Reply.of(texts[language]("language.changed"))

    return [Route(COMMAND, "language", Audience.ANYONE, choose)]
