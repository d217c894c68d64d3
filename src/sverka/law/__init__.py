"""What a listing, or a tie to a listed organisation, means: dated rules, three-valued answers.

`Pack.from_json` reads the compiled rules of a bundle, `evaluate` applies them on a day,
`questions` says what is still worth asking, `render` puts the result into words.
Portable: no clock, disk or network; nothing asked here is kept.
"""

from .ask import MOST_QUESTIONS, Ask, open_questions, questions
from .evaluate import Finding, Result, Tie, evaluate
from .pack import Pack, Question, Rule, Status
from .plain import plain
from .requests import answers_json, is_date, questions_json, render
from .spans import say_date
from .ties import for_listing, for_tie, known_from, listed_span, status_of, statuses_of, words

__all__ = [
    "MOST_QUESTIONS",
    "Ask",
    "Finding",
    "Pack",
    "Question",
    "Result",
    "Rule",
    "Status",
    "Tie",
    "answers_json",
    "evaluate",
    "for_listing",
    "for_tie",
    "is_date",
    "known_from",
    "listed_span",
    "open_questions",
    "plain",
    "questions",
    "questions_json",
    "render",
    "say_date",
    "status_of",
    "statuses_of",
    "words",
]
