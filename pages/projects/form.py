"""The form of the scenario's projects, beside their figures. What is moved in it goes the way of the levers."""

from typing import Final, cast

from charts.words.context import Context
from charts.words.names import source
from charts.words.refused import all_refused, refused, refused_number
from charts.words.settings import label
from model import ScenarioError
from model.scenario.ready_projects import ReadyProject, ready_projects
from pages.levers.messages import RefusedValue
from pages.levers.project_moves import PROJECTS
from pages.projects.guide import guide
from pages.projects.messages import Example, ProjectsMessage
from pages.projects.project_rows import project_form
from pages.visit import clocks, problems
from pages.visit.components import component
from pages.visit.problems import Problem
from texts import KNOWN, Texts
from texts.reading import NumberError

KEY: Final = PROJECTS
"""The component, and where it is said what could not be done with a project."""


def panel(context: Context) -> None:
    """Draws it once in a whole run."""
    clock, texts = clocks.clocks(), context.texts
    count = len(context.question.scenario.projects)
    component(ProjectsMessage, "projects", "projects/form")(
        key=KEY,
        data={
            "title": texts("projects.form_title"),
            "lead": texts("projects.form_lead"),
            "projects": [project_form(place, context) for place in range(count)],
            "add": texts("projects.add"),
            "guide": guide(texts),
            "examplesTitle": texts("projects.examples"),
            "examples": [_example(each, context) for each in ready_projects(context.baseline).values()],
            "visit": clock.visit,
            "revision": clock.revision,
            "sequence": clock.gesture.sequence,
            "decimal": KNOWN[texts.language].decimal,
            "error": _problem(context),
        },
    )


def _example(ready: ReadyProject, context: Context) -> Example:
    texts = context.texts
    return {
        "id": ready.name,
        "label": ready.label[texts.language],
        "note": ready.note[texts.language],
        "source": source(ready.source, ready.where, texts),
        "use": texts("projects.use", name=ready.label[texts.language]),
    }


def _problem(context: Context) -> RefusedValue:
    """The refused value in a sentence, and the field at which it is said."""
    last = problems.last(KEY)

    def in_words(problem: Problem, texts: Texts) -> str:
        error = problem.errors[0]
        if isinstance(error, NumberError):
            what = refused_number(error, label(problem.about, context.baseline, texts), texts)
        else:
            what = refused(cast(ScenarioError, error), context.baseline, texts)
        return texts("lever.refused", what=what, kept=texts("lever.scenario"))

    sentence = problems.sentences(KEY, context.texts, in_words)
    if not sentence and context.answer.undivided:
        what = all_refused(context.answer.undivided, context.baseline, context.texts)
        return {"path": "", "sentence": context.texts("projects.undivided", what=what)}
    return {"path": last.about if last else "", "sentence": sentence}
