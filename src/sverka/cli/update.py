"""Usage: sverka update FOLDER|ADDRESS [--fingerprint HEX]

Install newer lists from a folder, a USB stick or an address.

Everything is verified before anything is replaced: the chain of keys, the log's signature and
its witnesses, that the log has only grown since the last update, that it holds this release,
and that the lists are the ones released. What is refused is refused with the reason, and the
lists you have stay. The lists before are kept as previous.svk. Old lists are accepted, with
their age shown: on a USB stick old lists are better than none.

The first time, the keys have to be trusted: compare the fingerprint shown with one from
another source (a person, a newspaper, another site), then give it with --fingerprint.

Examples:
  sverka update /media/usb/sverka
  sverka update https://example.org/sverka --fingerprint 6f3c...

Exit status: 0 installed or already there, 2 wrong usage, 3 refused.
"""

from __future__ import annotations

from ..bundle.refusals import ProofError
from ..errors import Lang, Text, UsageError
from ..release.install import check, fetch_roots, install, read_home
from ._home import describe, fetcher, home_disk, shipped_root, show_fingerprint
from ._options import help_page, read_options

HELP_RU = """\
Как пользоваться: sverka update ПАПКА|АДРЕС [--fingerprint HEX]

Установить более новые списки из папки, с флешки или по адресу.

Прежде чем что-либо заменить, проверяется всё: цепочка ключей, подпись журнала и его
свидетели, что журнал с прошлого обновления только рос, что этот выпуск в нём есть и что
списки те самые. Отказ всегда с причиной, а ваши списки остаются. Прежние списки хранятся в
previous.svk. Старые списки принимаются, их возраст показывается: на флешке старые лучше
никаких.

В первый раз надо решить, каким ключам доверять: сверьте показанный отпечаток с другим
источником (человек, газета, другой сайт) и передайте его в --fingerprint.

Примеры:
  sverka update /media/usb/sverka
  sverka update https://example.org/sverka --fingerprint 6f3c...

Код выхода: 0 установлено или уже было, 2 ошибка в команде, 3 отказ.
"""

OPTIONS = {"--fingerprint": True, "-h": False, "--help": False}


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    if len(options.rest) != 1:
        raise UsageError(
            Text("Give one folder or address.", "Укажите одну папку или один адрес."),
            Text("`sverka update --help` has examples.", "Примеры: `sverka update --help`."),
        )
    fetch, disk = fetcher(options.rest[0]), home_disk()
    home = read_home(disk, shipped_root())
    try:
        accepted, data, proof = check(home, fetch, fingerprint=options.get("--fingerprint") or "")
    except ProofError as error:
        if error.reason == "no_root":
            from ..bundle.trust import read_root  # noqa: PLC0415 (only for this refusal)

            show_fingerprint(read_root(fetch_roots(fetch)[0]).fingerprint, lang)
            raise ProofError("no_root") from error
        raise
    new = install(disk, accepted, data, proof)
    done = Text(
        "Installed." if new else "These lists were already installed.",
        "Установлено." if new else "Эти списки уже были установлены.",
    )
    print(done.say(lang))
    print(describe(accepted.release, accepted.head, lang))
    return 0
