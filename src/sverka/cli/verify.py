"""Usage: sverka verify FILE [--proof FILE] [--root FILE | --fingerprint HEX]

Prove that a file of lists is genuine, without a network.

Beside FILE must lie its proof, FILE.tlog-proof (or give --proof). The keys trusted are the ones
of the last `sverka update`, or those of --root, a root.note you trust, or the root.1.note beside
FILE if it has the fingerprint given. Nothing is installed or changed. An old file is genuine
for ever: its age is shown, it is not refused.

Examples:
  sverka verify /media/usb/sverka/lists.svk
  sverka verify lists.svk --root root.1.note

Exit status: 0 genuine, 2 wrong usage, 3 not genuine or not provable.
"""

from __future__ import annotations

from pathlib import Path

from ..bundle.refusals import ProofError
from ..bundle.trust import Root, read_root
from ..bundle.verify import accept
from ..errors import Lang, Text, UsageError
from ..record.disk import RealDisk
from ..release.install import fetch_roots, read_home, trust_first
from ._home import describe, fetcher, shipped_root, show_fingerprint
from ._lists import installed
from ._options import Options, help_page, read_file, read_options

HELP_RU = """\
Как пользоваться: sverka verify ФАЙЛ [--proof ФАЙЛ] [--root ФАЙЛ | --fingerprint HEX]

Доказать без сети, что файл со списками подлинный.

Рядом с ФАЙЛОМ должно лежать его доказательство, ФАЙЛ.tlog-proof (или укажите --proof).
Доверие — ключам последнего `sverka update`, или ключам из --root (root.note, которому вы
доверяете), или root.1.note рядом с ФАЙЛОМ, если у него указанный отпечаток. Ничего не
устанавливается и не меняется. Старый файл остаётся подлинным: показывается его возраст.

Примеры:
  sverka verify /media/usb/sverka/lists.svk
  sverka verify lists.svk --root root.1.note

Код выхода: 0 подлинный, 2 ошибка в команде, 3 не подлинный или недоказуемо.
"""

OPTIONS = {"--proof": True, "--root": True, "--fingerprint": True, "-h": False, "--help": False}


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    if len(options.rest) != 1:
        raise UsageError(
            Text("Give one file of lists.", "Укажите один файл со списками."),
            Text("`sverka verify --help` has examples.", "Примеры: `sverka verify --help`."),
        )
    path = Path(options.rest[0])
    data = read_file(path)
    proof = read_file(Path(options.get("--proof") or f"{path}.tlog-proof"))
    chain = fetch_roots(fetcher(str(path.parent)))
    root = _root(options, chain, lang)
    follows = chain if chain and _reaches(chain, root) else ()
    accepted = accept(root, follows, proof, data)
    print(Text("Genuine.", "Подлинный.").say(lang))
    print(describe(accepted.release, accepted.head, lang))
    return 0


def _root(options: Options, chain: list[bytes], lang: Lang) -> Root:
    if options.get("--root"):
        return read_root(read_file(Path(options.get("--root") or "")))
    home = read_home(RealDisk(installed().parent), shipped_root())
    if home.root is not None:
        return home.root
    if not options.get("--fingerprint") and chain:
        show_fingerprint(read_root(chain[0]).fingerprint, lang)
        raise ProofError("no_root")
    return trust_first(chain, options.get("--fingerprint") or "")


def _reaches(chain: list[bytes], root: Root) -> bool:
    """Whether the chain beside the file goes as far as the trusted root; an older stick's does not."""
    return len(chain) >= root.version
