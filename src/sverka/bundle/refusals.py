"""Why lists or proofs are not trusted, each reason a sentence for the person in front of it."""

from __future__ import annotations

from typing import Literal

from ..errors import Text, TrustError

Reason = Literal[
    "form",
    "signature",
    "unknown_key",
    "witnesses",
    "origin",
    "rollback",
    "fork",
    "consistency",
    "inclusion",
    "digest",
    "root_form",
    "root_signatures",
    "root_rollback",
    "root_gap",
    "not_release",
    "no_root",
    "truncated",
]

_AGAIN = Text(
    "Get the files again, from somewhere else if you can; your present lists stay as they are.",
    "Возьмите файлы заново, лучше из другого места; ваши нынешние списки не тронуты.",
)
_WARN = Text(
    "Do not use these files. Tell the people you had them from: this does not happen by accident.",
    "Не пользуйтесь этими файлами и предупредите тех, от кого их получили: случайно так не бывает.",
)

REFUSALS: dict[Reason, tuple[Text, Text]] = {
    "form": (
        Text(
            "A proof file is damaged or is not a proof file.",
            "Файл с доказательством повреждён или это не файл доказательства.",
        ),
        _AGAIN,
    ),
    "truncated": (
        Text("The file of lists is damaged or cut short.", "Файл со списками повреждён или обрезан."),
        _AGAIN,
    ),
    "signature": (
        Text(
            "A signature does not fit what it signs: the files were changed after signing.",
            "Подпись не подходит к подписанному: файлы изменили после подписания.",
        ),
        _WARN,
    ),
    "unknown_key": (
        Text(
            "Nobody whose key is known here has signed these files.",
            "Эти файлы не подписаны ни одним известным здесь ключом.",
        ),
        _WARN,
    ),
    "witnesses": (
        Text(
            "Too few independent witnesses have confirmed this state of the log.",
            "Это состояние журнала подтвердило слишком мало независимых свидетелей.",
        ),
        _AGAIN,
    ),
    "origin": (
        Text(
            "These proofs are from another log than the one trusted here.",
            "Эти доказательства взяты не из того журнала, которому здесь доверяют.",
        ),
        _WARN,
    ),
    "rollback": (
        Text(
            "These lists are older than the ones you already have.",
            "Эти списки старше тех, что у вас уже есть.",
        ),
        Text(
            "Keep what you have, or look for a newer copy.", "Оставьте свои списки или найдите копию поновее."
        ),
    ),
    "fork": (
        Text(
            "The log shows you another past than it showed before: somebody keeps two versions of it.",
            "Журнал показывает не то прошлое, что раньше: кто-то ведёт две его версии.",
        ),
        _WARN,
    ),
    "consistency": (
        Text(
            "The proof that the log has only grown since your last update is missing or wrong.",
            "Нет доказательства, что журнал с вашего прошлого обновления только рос, или оно неверно.",
        ),
        _AGAIN,
    ),
    "inclusion": (Text("The log does not hold this release.", "В журнале нет этого выпуска."), _WARN),
    "digest": (
        Text(
            "The file of lists is not the one that was signed.", "Файл со списками не тот, что был подписан."
        ),
        _AGAIN,
    ),
    "not_release": (
        Text(
            "The proof is about something else, not a release of lists.",
            "Это доказательство не о выпуске списков, а о чём-то другом.",
        ),
        _AGAIN,
    ),
    "root_form": (
        Text("The file with the trusted keys is damaged.", "Файл с доверенными ключами повреждён."),
        _AGAIN,
    ),
    "root_signatures": (
        Text(
            "The change of trusted keys is not signed by enough of the present ones.",
            "Смену доверенных ключей подписали слишком мало нынешних.",
        ),
        _WARN,
    ),
    "root_rollback": (
        Text(
            "These files rely on trusted keys that have since been replaced.",
            "Эти файлы опираются на ключи, которые с тех пор заменены.",
        ),
        _AGAIN,
    ),
    "root_gap": (
        Text(
            "A step between the keys trusted here and the keys of these files is missing.",
            "Недостаёт звена между доверенными здесь ключами и ключами этих файлов.",
        ),
        _AGAIN,
    ),
    "no_root": (
        Text("This computer does not yet know whom to trust.", "Этот компьютер ещё не знает, кому доверять."),
        Text(
            "Compare the fingerprint shown with one from another source, then give it with --fingerprint.",
            "Сверьте показанный отпечаток с другим источником и передайте его в --fingerprint.",
        ),
    ),
}


class ProofError(TrustError):
    """A refusal with its reason as a word, for tables and `--json`."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        problem, fix = REFUSALS[reason]
        if detail:
            problem = Text(f"{problem.en} ({detail})", f"{problem.ru} ({detail})")
        super().__init__(problem, fix)
        self.reason: Reason = reason
