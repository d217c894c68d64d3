"""Usage: sverka release init --keys DIR --origin NAME [--witnesses A.vkey,B.vkey,C.vkey]
       sverka release build --keys DIR --record DIR --out FOLDER [--day DATE] [--rules FILE]
       sverka release rotate --keys DIR --replace LABEL | --revoke LABEL
       sverka release show FOLDER

Build and sign the lists for others.

`init` makes the keys, each encrypted with a passphrase, and the first root: three root keys of
which two must sign (keep them apart and offline), a release key, a log key. --witnesses A,B,C
names the public keys of witnesses; without it three are made here, which is good for a trial
and worth little in earnest: independent witnesses are other people.
`build` makes the bundle from the record, logs it, signs it, has the witnesses whose keys are
here confirm it, and writes FOLDER for any static host or USB stick.
--rules names compiled rules other than the program's own.
`rotate` writes the next root: --replace makes a new key for a label (root-1, release, log, ...),
--revoke takes the old one out. Two of the present root keys must sign.
`show` says what a folder holds and whether it verifies.

Passphrases are asked for; --passphrase-file FILE reads one for all keys.

Examples:
  sverka release init --keys keys --origin example.org/sverka --witnesses anna.vkey,boris.vkey,vera.vkey
  sverka release build --keys keys --record sverka-record --out /media/usb/sverka
  sverka release rotate --keys keys --replace release

Exit status: 0 done, 1 written but not yet confirmed by enough witnesses, 2 wrong usage, 3 refused.
"""

from __future__ import annotations

import hashlib
import time
from datetime import UTC, date, datetime
from pathlib import Path

from ..bundle.note import COSIGNATURE, Note, parse_checkpoint, parse_vkey
from ..bundle.refusals import ProofError
from ..bundle.trust import read_root
from ..bundle.verify import Release
from ..errors import Lang, Text, UsageError
from ..model import Snapshot
from ..record.disk import RealDisk, get, put
from ..record.keeper import Record, open_record
from ..release import install, publish
from ..release.assemble import BUNDLED, assemble
from ..release.keys import load_vkey
from ..release.notes import write_notes
from ..release.root import Plan, first, following, plan_of, swapped
from ..release.sign import Signer
from ..release.witness import Witness, with_cosignature
from ..sources import facts, guard
from ._home import describe, fetcher
from ._options import Options, help_page, read_options
from ._passphrase import new_key, open_key
from ._record import read_state
from .witness import _line as cosignature_line

HELP_RU = """\
Как пользоваться: sverka release init --keys ПАПКА --origin ИМЯ [--witnesses A.vkey,B.vkey,C.vkey]
                  sverka release build --keys ПАПКА --record ПАПКА --out ПАПКА [--day ДАТА] [--rules ФАЙЛ]
                  sverka release rotate --keys ПАПКА --replace КЛЮЧ | --revoke КЛЮЧ
                  sverka release show ПАПКА

Собрать и подписать списки для других.

`init` делает ключи, каждый зашифрован фразой, и первый корень: три корневых ключа, из которых
подписать должны два (храните их порознь и без сети), ключ выпуска, ключ журнала. --witnesses
называет открытые ключи свидетелей; без него три ключа делаются здесь: для пробы годится,
всерьёз стоит мало, ведь независимые свидетели — это другие люди.
`build` собирает файл списков из записи, вносит в журнал, подписывает, подтверждает ключами
свидетелей, которые есть здесь, и пишет ПАПКУ для любого хостинга или флешки.
--rules берёт другие собранные правила вместо своих.
`rotate` пишет следующий корень: --replace делает новый ключ вместо названного (root-1, release,
log, ...), --revoke убирает старый. Подписать должны два нынешних корневых ключа.
`show` говорит, что в папке и проходит ли она проверку.

Фразы спрашиваются; --passphrase-file ФАЙЛ берёт одну для всех ключей.

Примеры:
  sverka release init --keys keys --origin example.org/sverka --witnesses anna.vkey,boris.vkey,vera.vkey
  sverka release build --keys keys --record sverka-record --out /media/usb/sverka
  sverka release rotate --keys keys --replace release

Код выхода: 0 готово, 1 записано, но свидетелей ещё мало, 2 ошибка в команде, 3 отказ.
"""

OPTIONS = {
    "--keys": True,
    "--origin": True,
    "--witnesses": True,
    "--record": True,
    "--out": True,
    "--day": True,
    "--rules": True,
    "--replace": True,
    "--revoke": True,
    "--passphrase-file": True,
    "-h": False,
    "--help": False,
}
RULES = Path(__file__).parent.parent / "data" / "rules.json"  # compiled by tools/compile_rules.py
ROOT_LABELS = ("root-1", "root-2", "root-3")
OWN_WITNESSES = ("witness-1", "witness-2", "witness-3")


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    match options.rest:
        case ["init"]:
            return _init(options, lang)
        case ["build"]:
            return _build(options, lang)
        case ["rotate"]:
            return _rotate(options, lang)
        case ["show", folder]:
            return _show(folder, lang)
    raise UsageError(
        Text(
            "Say `release init`, `build`, `rotate` or `show FOLDER`.",
            "Нужно `release init`, `build`, `rotate` или `show ПАПКА`.",
        ),
        Text("`sverka release --help` has examples.", "Примеры: `sverka release --help`."),
    )


def _need(options: Options, flag: str) -> str:
    value = options.get(flag)
    if not value:
        raise UsageError(Text(f"{flag} is needed.", f"Нужно указать {flag}."))
    return value


def _init(options: Options, lang: Lang) -> int:
    folder, origin = Path(_need(options, "--keys")), _need(options, "--origin")
    if read_roots(folder):
        raise UsageError(Text(f"{folder} already holds a root.", f"В {folder} уже есть корень."))
    roots = [
        new_key(options, folder, label, Signer.generate(f"{origin}/{label}"), lang) for label in ROOT_LABELS
    ]
    release = new_key(options, folder, "release", Signer.generate(f"{origin}/release"), lang)
    log = new_key(options, folder, "log", Signer.generate(origin), lang)
    if options.get("--witnesses"):
        witnesses = [
            parse_vkey(Path(path).read_text(encoding="utf-8").strip())
            for path in _need(options, "--witnesses").split(",")
        ]
    else:
        witnesses = [
            new_key(options, folder, label, Signer.generate(f"{origin}/{label}", COSIGNATURE), lang).vkey
            for label in OWN_WITNESSES
        ]
    plan = Plan(
        tuple(r.vkey for r in roots),
        (release.vkey,),
        (log.vkey,),
        tuple(witnesses),
        witness_quorum=min(2, len(witnesses)),
    )
    data = first(plan, roots[:2])
    put(RealDisk(folder), "root.1.note", data)
    print(read_root(data).fingerprint)
    return 0


def read_roots(folder: Path) -> tuple[bytes, ...]:
    """The chain of roots in a folder of keys."""
    return publish.read_roots(RealDisk(folder))


def _publisher(options: Options, lang: Lang) -> publish.Publisher:
    folder = Path(_need(options, "--keys"))
    roots = read_roots(folder)
    if not roots:
        raise UsageError(
            Text(f"There is no root in {folder}.", f"В {folder} нет корня."),
            Text("Begin with `sverka release init`.", "Начните с `sverka release init`."),
        )
    return publish.Publisher(
        roots,
        open_key(options, folder, _newest(folder, "log"), lang),
        open_key(options, folder, _newest(folder, "release"), lang),
    )


def _newest(folder: Path, label: str) -> str:
    """The label of the newest key of its line: `release`, then `release.2`, ..."""
    number = 1
    while (folder / f"{label}.{number + 1}.age").exists():
        number += 1
    return label if number == 1 else f"{label}.{number}"


def _build(options: Options, lang: Lang) -> int:
    publisher = _publisher(options, lang)
    out = Path(_need(options, "--out"))
    out.mkdir(parents=True, exist_ok=True)
    day = date.fromisoformat(options.get("--day") or datetime.now(UTC).date().isoformat())
    rules = Path(options.get("--rules") or RULES).read_bytes()
    record = open_record(Path(_need(options, "--record")), origin=publisher.log.vkey.name)
    try:
        record.catch_up(read_state, guard)
        states = _states(record)
        data = assemble(states, rules)
        as_of = {str(name): max(s.as_of for s in found).isoformat() for name, found in states.items()}
        release = Release(hashlib.sha256(data).hexdigest(), len(data), day.isoformat(), as_of)
        since = _since(RealDisk(out))
        changes = [c for c in record.store.changes() if c[2].known_on.isoformat() > since.get(c[0], "")]
        notes = write_notes(release, {name: facts(name).title for name in states}, changes)
        confirm = _Confirm(options, record, publisher, lang)
        note = publish.publish(record, publisher, confirm, data, release, notes, RealDisk(out))
        publish.prove_captures(record, note)
    finally:
        record.close()
    print(f"{out}: {len(data):,} bytes, SHA-256 {release.sha256}")
    try:
        publish.self_check(publisher, RealDisk(out))
    except ProofError as error:
        print(error.say(lang))
        return 1
    return 0


def _states(record: Record) -> dict[str, list[Snapshot]]:
    """The bundled lists' states that make the record's history."""
    states: dict[str, list[Snapshot]] = {}
    for row in record.store.snapshots():
        if row["list"] in BUNDLED and not row["set_aside"]:
            snapshot = record.store.snapshot(row["sha256"])
            assert snapshot is not None
            states.setdefault(row["list"], []).append(snapshot)
    return states


def _since(out: RealDisk) -> dict[str, str]:
    """The lists' states in the release that the folder holds now."""
    proof = get(out, publish.PROOF)
    if proof is None:
        return {}
    from ..bundle.note import parse_note  # noqa: PLC0415 (only with a release before)
    from ..bundle.tlog import parse_proof  # noqa: PLC0415
    from ..bundle.verify import parse_release  # noqa: PLC0415

    return parse_release(parse_note(parse_proof(proof).entry).text).as_of


class _Confirm:
    """Has the witnesses whose keys lie in the folder confirm a checkpoint."""

    def __init__(self, options: Options, record: Record, publisher: publish.Publisher, lang: Lang) -> None:
        folder = Path(_need(options, "--keys"))
        labels = [label for label in OWN_WITNESSES if (folder / f"{label}.age").exists()]
        logs = publisher.root.policy.logs
        self.record = record
        self.witnesses = [
            Witness(open_key(options, folder, label, lang), logs, RealDisk(folder / f"{label}.memory"))
            for label in labels
        ]

    def __call__(self, note: Note, _before: int) -> Note:
        size = parse_checkpoint(note.text).size
        for witness in self.witnesses:
            seen = witness.remembered(self.record.log.origin)
            path = self.record.log.tiles().consistency(seen.size, size)
            answer = witness.consider(note, seen.size, path, int(time.time()))
            if answer.status == 200:
                note = with_cosignature(note, cosignature_line(answer.body))
        return note


def _rotate(options: Options, lang: Lang) -> int:
    folder = Path(_need(options, "--keys"))
    roots = read_roots(folder)
    present = read_root(roots[-1])
    label = options.get("--replace") or options.get("--revoke") or ""
    if not label:
        raise UsageError(
            Text("Say --replace LABEL or --revoke LABEL.", "Нужно --replace КЛЮЧ или --revoke КЛЮЧ.")
        )
    old_label = _newest(folder, label)
    old = load_vkey(folder / f"{old_label}.age")
    new = None
    if options.get("--replace"):
        number = 2 if old_label == label else int(old_label.rpartition(".")[2]) + 1
        new = new_key(options, folder, f"{label}.{number}", Signer.generate(old.name, old.type), lang)
    signers = [
        open_key(options, folder, _newest_root(folder, root, present.keys), lang) for root in ROOT_LABELS
    ]
    data = following(
        present,
        swapped(plan_of(present), old, new.vkey if new else None),
        [
            *[s for s in signers if s.vkey in present.keys][:3],
            *([new] if new and label in ROOT_LABELS else []),
        ],
    )
    put(RealDisk(folder), f"root.{len(roots) + 1}.note", data)
    print(read_root(data).fingerprint)
    return 0


def _newest_root(folder: Path, label: str, keys: tuple[object, ...]) -> str:
    """The label of the root key that the present root names."""
    number, found = 1, label
    while (folder / f"{label}.{number + 1}.age").exists():
        number += 1
        if load_vkey(folder / f"{label}.{number}.age") in keys:
            found = f"{label}.{number}"
    return found


def _show(folder: str, lang: Lang) -> int:
    fetch = fetcher(folder)
    chain = install.fetch_roots(fetch)
    root = install.trust_first(chain, read_root(chain[0]).fingerprint) if chain else None
    accepted, _, _ = install.check(install.Home(root, None), fetch)
    print(describe(accepted.release, accepted.head, lang))
    print(f"root {accepted.root.version}: {accepted.root.fingerprint}")
    return 0
