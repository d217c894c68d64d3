"""Usage: sverka witness new --key FILE --name NAME
       sverka witness confirm FOLDER --key FILE --root FILE --memory DIR [--add]
       sverka witness answer --key FILE --root FILE --memory DIR
       sverka witness serve --key FILE --root FILE --memory DIR [--listen HOST:PORT]
       sverka witness ask FOLDER ADDRESS...

Confirm somebody's log: that it has only grown, and that everybody is shown the same.

`new` makes a witness's key (FILE.age, encrypted, and FILE.vkey to send to the publisher).
`confirm` reads a release's folder, checks its log against what this witness has confirmed
before, remembers it in DIR, and only then prints its signature line; --add also puts it into
the folder. `answer` reads one c2sp.org/tlog-witness add-checkpoint request from standard input
and writes the HTTP status, then the body. `serve` answers the same at
http://HOST:PORT/add-checkpoint until it is stopped, 127.0.0.1:8180 if not said otherwise; put a
web server with TLS before it. It writes nothing down but what it confirms.
`ask` is for the publisher: it asks the witnesses at these addresses to confirm the release in
FOLDER and puts their signatures into it.

The passphrase is asked for, or read from --passphrase-file FILE.
A witness who forgets DIR can be made to confirm two pasts: keep it, and never run two copies.

Examples:
  sverka witness new --key keys/witness --name witness.example/anna
  sverka witness confirm /media/usb/sverka --key keys/witness --root root.1.note --memory seen --add
  sverka witness serve --key keys/witness --root root.1.note --memory seen
  sverka witness ask out https://anna.example/witness https://boris.example/witness

Exit status: 0 confirmed, 1 confirmed by too few, 2 wrong usage, 3 refused.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from ..bundle.note import COSIGNATURE, Note, Signature, parse_checkpoint, parse_note, signers, unb64
from ..bundle.tiles import Tiles
from ..bundle.trust import Root, follow, read_root
from ..collect.door import send
from ..collect.listen import PATH, Reply, server
from ..errors import Lang, SverkaError, Text, TrustError, UsageError
from ..record.disk import RealDisk
from ..release.publish import CHECKPOINT, add_cosignatures, read_roots
from ..release.sign import Signer
from ..release.witness import Answer, Witness, ask
from ._options import Options, help_page, read_options
from ._passphrase import new_key, open_key
from ._record import _lock as locked

HELP_RU = """\
Как пользоваться: sverka witness new --key ФАЙЛ --name ИМЯ
                  sverka witness confirm ПАПКА --key ФАЙЛ --root ФАЙЛ --memory ПАПКА [--add]
                  sverka witness answer --key ФАЙЛ --root ФАЙЛ --memory ПАПКА
                  sverka witness serve --key ФАЙЛ --root ФАЙЛ --memory ПАПКА [--listen ХОСТ:ПОРТ]
                  sverka witness ask ПАПКА АДРЕС...

Подтвердить чужой журнал: что он только рос и что всем показывают одно и то же.

`new` делает ключ свидетеля (ФАЙЛ.age, зашифрованный, и ФАЙЛ.vkey, чтобы послать издателю).
`confirm` читает папку выпуска, сверяет журнал с тем, что этот свидетель подтверждал раньше,
запоминает его в папке --memory и только потом печатает свою подпись; --add вписывает её и в
папку выпуска. `answer` читает со стандартного ввода один запрос add-checkpoint
(c2sp.org/tlog-witness) и пишет код HTTP и тело ответа. `serve` отвечает так же по адресу
http://ХОСТ:ПОРТ/add-checkpoint, пока не остановят, по умолчанию 127.0.0.1:8180; поставьте перед
ним веб-сервер с TLS. Кроме подтверждённого он ничего не записывает. `ask` — для издателя:
просит свидетелей по этим адресам подтвердить выпуск в ПАПКЕ и вписывает их подписи в неё.

Фраза спрашивается или берётся из --passphrase-file ФАЙЛ.
Свидетеля, забывшего --memory, можно заставить подтвердить два прошлых: храните эту папку и
никогда не запускайте две копии.

Примеры:
  sverka witness new --key keys/witness --name witness.example/anna
  sverka witness confirm /media/usb/sverka --key keys/witness --root root.1.note --memory seen --add
  sverka witness serve --key keys/witness --root root.1.note --memory seen
  sverka witness ask out https://anna.example/witness https://boris.example/witness

Код выхода: 0 подтверждено, 1 подтвердили слишком немногие, 2 ошибка в команде, 3 отказ.
"""

OPTIONS = {
    "--key": True,
    "--name": True,
    "--root": True,
    "--memory": True,
    "--listen": True,
    "--passphrase-file": True,
    "--add": False,
    "-h": False,
    "--help": False,
}

LISTEN = "127.0.0.1:8180"
REASONS: dict[int, Text] = {
    400: Text("the request makes no sense", "запрос не имеет смысла"),
    403: Text("the log's signature is not by a key of the root", "журнал подписан не ключом из корня"),
    404: Text("this is another log than the root names", "это не тот журнал, что назван в корне"),
    409: Text(
        "this witness has confirmed another or a later state",
        "этот свидетель подтвердил другое или более позднее состояние",
    ),
    422: Text(
        "the log is not a continuation of the one confirmed before",
        "журнал не продолжает подтверждённый раньше",
    ),
}


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    match options.rest:
        case ["new"] if options.get("--key") and options.get("--name"):
            signer = Signer.generate(options.get("--name") or "", COSIGNATURE)
            new_key(options, *_key(options), signer, lang)
            print(signer.vkey)
            return 0
        case ["confirm", folder]:
            return _confirm(options, Path(folder), lang)
        case ["answer"]:
            with _witness(options, lang) as witness:
                answer = witness.answer(sys.stdin.buffer.read(), int(time.time()))
            sys.stdout.write(f"Status: {answer.status}\nContent-Type: {answer.content_type}\n\n{answer.body}")
            return 0 if answer.status == 200 else 3
        case ["serve"]:
            with _witness(options, lang) as witness:
                return _serve(witness, options.get("--listen") or LISTEN, lang)
        case ["ask", folder, *addresses] if addresses:
            return _ask(Path(folder), addresses, lang)
    raise UsageError(
        Text(
            "Say `witness new`, `confirm FOLDER`, `answer`, `serve` or `ask FOLDER ADDRESS`.",
            "Нужно `witness new`, `confirm ПАПКА`, `answer`, `serve` или `ask ПАПКА АДРЕС`.",
        ),
        Text("`sverka witness --help` has examples.", "Примеры: `sverka witness --help`."),
    )


def _serve(witness: Witness, listen: str, lang: Lang) -> int:
    host, _, port = listen.rpartition(":")
    wrong = UsageError(Text(f"{listen} is no HOST:PORT to listen at.", f"{listen} — не ХОСТ:ПОРТ."))
    if not host or not port.isdecimal() or int(port) > 65535:
        raise wrong

    def reply(request: bytes) -> Reply:
        answer = witness.answer(request, int(time.time()))
        return answer.status, answer.content_type, answer.body

    try:
        made = server(host.strip("[]"), int(port), reply)
    except OSError as error:
        raise wrong from error
    at = f"http://{made.server_address[0]!s}:{made.server_address[1]}{PATH}"
    print(Text(f"Answering at {at}", f"Отвечает по адресу {at}").say(lang), file=sys.stderr, flush=True)
    with made, suppress(KeyboardInterrupt):
        made.serve_forever()
    return 0


def _ask(folder: Path, addresses: list[str], lang: Lang) -> int:
    out = RealDisk(folder)
    chain = read_roots(out)
    if not chain or not all(a.startswith(("https://", "http://")) for a in addresses):
        raise UsageError(
            Text(
                "A release's folder is needed, and addresses that begin with https:// or http://.",
                "Нужны папка выпуска и адреса, которые начинаются с https:// или http://.",
            )
        )
    policy = follow(read_root(chain[0]), chain).policy
    note = parse_note(out.read(CHECKPOINT))
    tiles = Tiles(parse_checkpoint(note.text).size, out.read)
    for address in addresses:
        where = address.rstrip("/") + PATH
        try:
            note = ask(note, tiles, list(policy.witnesses.values()), partial(send, where))
        except SverkaError as error:  # one witness's trouble is no reason not to ask the others
            print(f"{address}: {error.problem.say(lang)}", file=sys.stderr)
        else:
            print(Text(f"{address}: confirmed", f"{address}: подтверждено").say(lang), file=sys.stderr)
    add_cosignatures(out, [note])
    return 0 if policy.met(signers(note, policy.witnesses.values())) else 1


def _key(options: Options) -> tuple[Path, str]:
    path = Path(options.get("--key") or "").with_suffix("")
    return path.parent, path.name


@contextmanager
def _witness(options: Options, lang: Lang) -> Iterator[Witness]:
    """The witness with its memory, its alone meanwhile: two copies would confirm two pasts."""
    missing = [flag for flag in ("--key", "--root", "--memory") if not options.get(flag)]
    if missing:
        raise UsageError(Text(f"{missing[0]} is needed.", f"Нужно указать {missing[0]}."))
    root: Root = read_root(Path(options.get("--root") or "").read_bytes())
    signer = open_key(options, *_key(options), lang)
    memory = Path(options.get("--memory") or "")
    memory.mkdir(parents=True, exist_ok=True)
    with (memory / "lock").open("a") as lock:
        if not locked(lock.fileno()):
            raise UsageError(
                Text(f"Another witness is using {memory}.", f"Папкой {memory} пользуется другой свидетель."),
                Text("Never run two copies of one witness.", "Никогда не запускайте две копии свидетеля."),
            )
        yield Witness(signer, root.policy.logs, RealDisk(memory))


def _confirm(options: Options, folder: Path, lang: Lang) -> int:
    out = RealDisk(folder)
    note = parse_note(out.read(CHECKPOINT))
    head = parse_checkpoint(note.text)
    with _witness(options, lang) as witness:
        seen = witness.remembered(head.origin)
        path = Tiles(head.size, out.read).consistency(seen.size) if seen.size <= head.size else []
        answer = witness.consider(note, min(seen.size, head.size), path, int(time.time()))
    if answer.status != 200:
        raise _refusal(answer)
    print(answer.body, end="")
    if "--add" in options:
        add_cosignatures(out, [Note(note.text, (_line(answer.body),))])
    return 0


def _line(text: str) -> Signature:
    _, name, material = text.split()
    data = unb64(material)
    return Signature(name, data[:4], data[4:])


def _refusal(answer: Answer) -> TrustError:
    why = REASONS.get(answer.status, Text("refused", "отказ"))
    return TrustError(
        Text(f"Not confirmed: {why.en}.", f"Не подтверждено: {why.ru}."),
        Text(
            "Ask the publisher; if they cannot explain it, tell the others.",
            "Спросите издателя; если он не объяснит, предупредите остальных.",
        ),
    )
