"""A reply as plain text: buttons become a numbered list."""

from cchc_bot.chat.messages import Reply


def to_text(reply: Reply, choose: str) -> str:
    """`choose` is the line that stands above the numbered choices."""
    parts = [line.text for line in reply.lines]
    parts += [f"[{item.name}] {item.description}" for item in reply.attachments]
    if reply.buttons:
        parts += ["", choose]
        parts += [f"{n}. {button.label}" for n, button in enumerate(reply.buttons, start=1)]
    return "\n".join(parts)
