# SPDX-License-Identifier: MIT
"""Invented people, identifiers and what stands round them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FIRST = (
    "Amélie Laurent", "Sofia Moretti", "Jess Walker", "Katya Orlova", "Bella ♥", "Lena Fischer",
    "Maria del Mar", "Chloé", "Nina K.", "Anna-Lena Vogel", "Yasmine B", "Emily Rose",
    "Valentina Rossi", "Ivy", "Olga Iljina",
)  # fmt: skip
NICKS = (
    "gen.beringer", "sweet_amelie", "bella.rose91", "jess-walker", "lena_fischer", "nina.k2004",
    "valentina.rossi", "annalena.vogel", "emilyrose", "marysol", "sofi.moretti", "katya_orlova", "cute_girl",
    "foxy.lady", "sunny_day", "olga.iljina", "private_lily", "yas.bella", "little.ivy", "sofia77",
    "moonlight", "walker.jess",
)  # fmt: skip
# Beside it or above it. Sources: the words of Skype 5 to 8 in these languages, as far as remembered.
LABELS = ("Skype", "Skype Name", "Skype ID", "Skype name")
OTHER_LANGUAGES = (
    "Skype-Name", "Nom Skype", "Pseudo Skype", "Nombre de Skype", "Nome Skype", "Skype-naam", "Skype-namn",
    "Nazwa Skype", "Logowanie Skype", "Логин Skype", "Nume Skype",
)  # fmt: skip
PLACES = (
    "Manila, Philippines",
    "London, United Kingdom",
    "Lyon, France",
    "Abidjan",
    "Leeds",
    "New York, United States",
)
SAID = (
    "hey how are you", "Can we video call now?", "I will send this to all your friends",
    "pay me or i post it",
    "you have 24 hours", "Are you there?", "Look what I have got", "answer me!!!", "I want 400 by tonight",
    "ok give me one hour please", "why are you doing this", "check your Facebook", "lol", "see you later",
)  # fmt: skip
LINKS = (
    "https://www.youtube.com/watch?v=aB3dEf9hIjk", "https://we.tl/t-8Kd02ms", "http://bit.ly/3xYz1Ab",
    "www.facebook.com/jess.walker.93", "https://go.skype.com/download", "https://drive.google.com/file/d/1a2B3c",
    "https://support.skype.com/en/faq/FA10858", "sales@example.com",
)  # fmt: skip


def cid(random: Random) -> str:
    """Return the newest form of a Skype ID."""
    return "live:.cid." + "".join(random.choices("0123456789abcdef", k=16))


def nick(random: Random, *, has_capitals: bool = False) -> str:
    """Return a name somebody chose; now and then with numbers, or with capitals."""
    text = random.choice(NICKS)
    if random.random() < 0.5:
        text += random.choice(["", "_", "."]) + str(random.randrange(1, 2005))
    if has_capitals:
        text = "".join(sign.upper() if random.random() < 0.25 else sign for sign in text)
    return text[:32]


def skype_id(random: Random, *, has_capitals: bool = False) -> str:
    """Return an identifier of one of the three forms; without capitals unless asked for."""
    kind = random.random()
    if kind < 0.45:
        return cid(random)
    text = nick(random, has_capitals=has_capitals)
    return f"live:{text}" if kind < 0.7 else text
