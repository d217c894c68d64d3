"""From keys to an installed file of lists, as a publisher and a reader see it."""

from __future__ import annotations

import importlib
import json
import shutil
from pathlib import Path

import pyrage
import pytest

from collect.imitation import Site, serve
from sverka.bundle.refusals import ProofError
from sverka.cli import main
from sverka.errors import UsageError
from sverka.release import keys
from sverka.release.sign import Signer

PHRASE = "a phrase for tests"


class QuickAge:
    """Stands in for age's passphrase stretching, a second a key, which is not what is tested here."""

    @staticmethod
    def encrypt(data: bytes, phrase: str) -> bytes:
        return phrase.encode() + b"\0" + data

    @staticmethod
    def decrypt(data: bytes, phrase: str) -> bytes:
        return data.removeprefix(phrase.encode() + b"\0")


def names(day: str, *extra: str) -> bytes:
    """An invented state of undesirable organisations: names and dates."""
    rows = [
        {"name": f"Общество «Репка {i}» (Нарния)", "is_person": False, "dateIn": "01.02.2024"}
        for i in range(240)
    ]
    # The guard knows a list by its oldest entries.
    rows.append({"name": "National Endowment for Democracy", "is_person": False, "dateIn": "29.07.2015"})
    rows += [{"name": name, "is_person": False, "dateIn": day} for name in extra]
    return json.dumps(rows, ensure_ascii=False).encode()


class Stage:
    """A publisher and a reader, each in a folder."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self.capsys = folder, capsys
        monkeypatch.setattr(keys.pyrage, "passphrase", QuickAge)
        monkeypatch.setenv("SVERKA_HOME", str(folder / "home"))
        (folder / "phrase").write_text(PHRASE)
        self.fingerprint = self.run("release", "init", "--origin", "sverka.local/record").strip()

    def run(self, *args: str, status: int = 0) -> str:
        """One command; its output."""
        places = {
            "release": ["--keys", "keys", "--passphrase-file", "phrase"],
            "record": ["--record", "record"],
        }
        given = list(args)
        for flag, value in zip(*[iter(places.get(args[0], []))] * 2, strict=True):
            if args[1:2] != ("show",):
                given += [flag, str(self.folder / value)]
        assert main([*given, "--lang", "en"]) == status
        return self.capsys.readouterr().out

    def state(self, day: str, *extra: str) -> None:
        path = self.folder / f"undesirable-orgs-{day}.json"
        path.write_bytes(names(".".join(reversed(day.split("-"))), *extra))
        self.run("record", "add", "ru-undesirable", str(path))

    def release(self, day: str, out: str = "out", status: int = 0) -> Path:
        path = self.folder / out
        self.run(
            "release",
            "build",
            "--record",
            str(self.folder / "record"),
            "--out",
            str(path),
            "--day",
            day,
            status=status,
        )
        return path

    def refused(self, *args: str) -> str:
        """The sentence of a refusal."""
        assert main([*args, "--lang", "en"]) == 3
        return self.capsys.readouterr().err


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Stage:
    stage = Stage(tmp_path, monkeypatch, capsys)
    stage.state("2026-01-16")
    return stage


def test_a_release_goes_from_the_record_to_a_readers_device(stage: Stage) -> None:
    out = stage.release("2026-01-17")
    assert {"root.1.note", "checkpoint", "lists.svk", "lists.svk.tlog-proof", "NOTES.md", "tile"} == {
        p.name for p in out.iterdir()
    }
    assert "whom to trust" in stage.refused("update", str(out))
    assert stage.run("update", str(out), "--fingerprint", stage.fingerprint).startswith(
        "Installed.\nRelease of 2026-01-17"
    )
    home = stage.folder / "home"
    assert (home / "lists.svk").read_bytes() == (out / "lists.svk").read_bytes()
    assert stage.run("verify", str(out / "lists.svk")).startswith("Genuine.")

    stage.state("2026-02-20", "Клуб «Брюква» (Нарния)")
    first = shutil.copytree(out, stage.folder / "first")
    stage.release("2026-02-21")
    assert (
        "Клуб" in (out / "lists.svk").read_bytes().decode("utf-8", "ignore")
        or (out / "lists.svk").stat().st_size
    )
    assert "1 new" in (out / "NOTES.md").read_text()
    assert stage.run("update", str(out)).startswith("Installed.")
    assert (home / "previous.svk").read_bytes() == (first / "lists.svk").read_bytes()
    assert "older than the ones you already have" in stage.refused("update", str(first))
    assert stage.run("verify", str(first / "lists.svk")).startswith("Genuine.")
    assert stage.run("record", "verify", "--root", str(out / "root.1.note")) == ""
    assert len(list((stage.folder / "record").rglob("*.tlog-proof"))) == 2


def test_a_damaged_or_cut_file_is_refused_and_the_present_lists_stay(stage: Stage) -> None:
    out = stage.release("2026-01-17")
    stage.run("update", str(out), "--fingerprint", stage.fingerprint)
    stage.state("2026-02-20", "Клуб «Брюква» (Нарния)")
    stage.release("2026-02-21")
    home = stage.folder / "home"
    before = {p.name: p.read_bytes() for p in home.iterdir()}
    lists = (out / "lists.svk").read_bytes()
    for data, sentence in (
        (lists[:-1], "cut short"),
        (lists[:-1] + bytes([lists[-1] ^ 1]), "not the one that was signed"),
    ):
        (out / "lists.svk").write_bytes(data)
        assert sentence in stage.refused("update", str(out))
        assert sentence in stage.refused("verify", str(out / "lists.svk"))
    assert {p.name: p.read_bytes() for p in home.iterdir()} == before


def test_keys_are_rotated_and_a_revoked_one_signs_nothing_more(stage: Stage) -> None:
    out = stage.release("2026-01-17")
    stage.run("update", str(out), "--fingerprint", stage.fingerprint)
    old_folder = shutil.copytree(out, stage.folder / "old")
    for label in ("release", "root-2", "log"):
        stage.run("release", "rotate", "--replace", label)
    stage.state("2026-02-20", "Клуб «Брюква» (Нарния)")
    stage.release("2026-02-21")
    assert stage.run("update", str(out)).startswith("Installed.")
    assert (out / "root.4.note").exists()
    # What the old release key signed was genuine, but the root no longer vouches for that key.
    assert "Nobody whose key is known" in stage.refused("verify", str(old_folder / "lists.svk"))
    (out / "root.3.note").unlink()
    assert "replaced" in stage.refused("update", str(out))


def test_witnesses_elsewhere_confirm_a_folder_before_anybody_installs_it(stage: Stage) -> None:
    keys_folder = stage.folder / "keys"
    for label in ("witness-2", "witness-3"):
        for path in keys_folder.glob(f"{label}.*"):
            path.rename(stage.folder / path.name)
    out = stage.release("2026-01-17", status=1)
    assert "Too few independent witnesses" in stage.refused(
        "update", str(out), "--fingerprint", stage.fingerprint
    )
    common = ["--root", str(out / "root.1.note"), "--passphrase-file", str(stage.folder / "phrase")]
    line = stage.run(
        "witness",
        "confirm",
        str(out),
        "--key",
        str(stage.folder / "witness-2"),
        "--memory",
        str(stage.folder / "memory"),
        "--add",
        *common,
    )
    assert line.startswith("— sverka.local/record/witness-2 ")
    assert stage.run("update", str(out), "--fingerprint", stage.fingerprint).startswith("Installed.")


def test_a_key_file_is_an_age_file_that_opens_with_its_passphrase(tmp_path: Path) -> None:
    signer = Signer.generate("anna.example")
    path = keys.save_key(tmp_path, "anna", signer, PHRASE)
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert keys.load_vkey(path) == signer.vkey
    assert repr(signer) == f"Signer({signer.vkey})"
    try:
        opened = keys.load_key(path, PHRASE)
    except keys.BusyError:
        pytest.skip("age finds this machine too busy")
    assert (opened.vkey, opened.seed()) == (signer.vkey, signer.seed())


@pytest.mark.parametrize(
    ("said", "error"),
    [("Decryption failed", UsageError), ("Excessive work parameter for passphrase.", keys.BusyError)],
)
def test_a_key_that_does_not_open_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, error: type[Exception]
) -> None:
    class Refusing(QuickAge):
        @staticmethod
        def decrypt(data: bytes, phrase: str) -> bytes:
            raise pyrage.DecryptError(said)

    monkeypatch.setattr(keys.pyrage, "passphrase", Refusing)
    path = keys.save_key(tmp_path, "anna", Signer.generate("anna.example"), PHRASE)
    with pytest.raises(error):
        keys.load_key(path, PHRASE)
    with pytest.raises(UsageError):
        keys.save_key(tmp_path, "anna", Signer.generate("anna.example"), PHRASE)


def test_a_refusal_names_its_reason_as_a_word() -> None:
    assert ProofError("fork").reason == "fork"


def test_lists_come_from_an_address_as_well_and_old_ones_show_their_age(stage: Stage) -> None:
    """A frozen reader keeps genuine lists, and is told how old they are."""
    out = stage.release("2026-01-17")
    files = {f"/{p.relative_to(out)}": p.read_bytes() for p in out.rglob("*") if p.is_file()}
    with serve(Site(files=files)) as address:
        said = stage.run("update", address, "--fingerprint", stage.fingerprint)
    assert said.startswith("Installed.")
    assert "DAYS OLD. They are genuine, but newer names are not in them." in said
    assert main(["update", address, "--lang", "en"]) == 3
    assert "cannot be reached" in stage.capsys.readouterr().err


@pytest.mark.parametrize("name", ["collect", "record", "release", "update", "verify", "witness"])
def test_every_option_of_a_command_is_on_both_its_help_pages(name: str) -> None:
    module = importlib.import_module(f"sverka.cli.{name}")
    assert not [
        flag
        for flag in module.OPTIONS
        for page in (module.__doc__, module.HELP_RU)
        if flag not in ("-h", "--help") and flag not in page
    ]
