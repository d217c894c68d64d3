"""The web addresses of an organisation's row, as host names and channel handles."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from .cells import fold

# Hosts on which an address belongs to whoever opened the account, so the host says nothing
# of the organisation. Seen in the register's own cells.
PLATFORMS = frozenset((
    "t.me", "telegram.me", "facebook.com", "vk.com", "vk.ru", "youtube.com", "youtu.be", "instagram.com",
    "x.com", "twitter.com", "ok.ru", "tiktok.com", "boosty.to", "patreon.com", "dzen.ru", "zen.yandex.ru",
    "linkedin.com", "threads.net", "threads.com", "twitch.tv", "linktr.ee", "music.yandex.ru",
    "taplink.cc", "bsky.app", "kick.com", "bastyon.com", "teletype.in", "rutube.ru", "substack.com",
    "podcasts.apple.com", "castbox.fm", "lnk.bio", "soundstream.media", "onlyfans.com", "my.mail.ru",
    "spotify.com", "open.spotify.com", "medium.com", "podcasts.google.com", "soundcloud.com",
    "apps.apple.com", "play.google.com", "github.com", "discord.gg", "discord.com", "wa.me", "viber.com",
    "chats.viber.com", "flickr.com", "pinterest.com", "reddit.com", "vimeo.com", "rumble.com",
    "odysee.com", "mastodon.social", "github.io", "podster.fm", "donate.stream", "planeta.ru",
    "change.org",
))
_SAME = {"telegram.me": "t.me", "twitter.com": "x.com", "threads.com": "threads.net", "vk.ru": "vk.com",
         "youtu.be": "youtube.com"}
# First path parts that are a kind of page, not a name: the name follows.
_KIND = {"channel", "c", "user", "public", "profile", "in", "company", "s", "people", "groups", "pages", "id"}
_SPLIT = re.compile(r"[\s;,]+")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_TELEGRAM_ID = re.compile(r"-100\d{6,}")


def read_addresses(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Host names and `platform:name` handles of one cell, each once, in order.

    Blanks, commas and semicolons separate; what is not an address (a dash, a word) is skipped.

    >>> read_addresses("https://www.les.example/; https://t.me/les_example, ID: -1001234567890")
    (('les.example',), ('t.me:les_example', 't.me:-1001234567890'))
    """
    hosts: dict[str, None] = {}
    handles: dict[str, None] = {}
    for word in _SPLIT.split(fold(cell).replace("http", " http")):
        if _TELEGRAM_ID.fullmatch(word):
            handles[f"t.me:{word}"] = None
            continue
        host, path = _parts(word.strip("()[]«»\"'.–—-"))
        if not _HOST.fullmatch(host) or host.replace(".", "").isdigit():
            continue
        platform = next((p for p in PLATFORMS if host == p or host.endswith("." + p)), "")
        if not platform:
            hosts[host] = None
        elif handle := _handle(path):
            handles[f"{_SAME.get(platform, platform)}:{handle}"] = None
    return tuple(hosts), tuple(handles)


def _parts(word: str) -> tuple[str, list[str]]:
    try:
        url = urlsplit(word if "://" in word else "//" + word)
        host = (url.hostname or "").lower().removeprefix("www.").removeprefix("m.").rstrip(".")
    except ValueError:
        return "", []
    return host, [unquote(part) for part in url.path.split("/") if part] + ([url.query] if url.query else [])


def _handle(path: list[str]) -> str:
    while len(path) > 1 and path[0].lower() in _KIND:
        path = path[1:]
    name = path[0].lstrip("@").lower() if path else ""
    # A bare `playlist` or `profile.php` names nobody without what follows it.
    return f"{name}?{path[1].lower()}" if len(path) > 1 and name in ("playlist", "profile.php") else name
