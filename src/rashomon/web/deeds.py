"""What a form does: one decision, checked against the case of this moment, into the log."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import get_args
from urllib.parse import parse_qs, quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from rashomon.judgements import GRADES, NEEDS_REASON, Act, Decision, act_of, append, outcome_of, value_of
from rashomon.pipeline import decided
from rashomon.stores import write_decision
from rashomon.types import Judgement, Outcome, Verdict
from rashomon.web.guard import Door
from rashomon.web.pages import account_page, current, fact_page, person, shown
from rashomon.web.state import Now, grade_of, has_judged, queue

LARGEST = 65_536  # bytes of a form
LONGEST = 2_000  # characters of a note

Form = Mapping[str, list[str]]


class Refused(Exception):
    """A decision that cannot be taken, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A decision as a form states it: on what, and what."""

    on: str
    act: Act


async def judge(request: Request) -> Response:
    """Takes a decision and goes on to what is next."""
    form = await form_of(request)
    if form is None:
        return PlainTextResponse("This form is not from this start of the application.", 403)
    path = request.app.state.path
    try:
        deed, note = _deed(form, current(request)), _one(form, "note").strip()
        decision = _decision(deed, person(request), note, form)
        _try(decision, form, current(request))
        write_decision(path, lambda log: append(_not_stale(log, decision, form), decision))
    except Refused as reason:
        return _again(request, form, str(reason))
    except OSError as error:
        return _unwritten(request, form, error)
    return RedirectResponse(_next(form, request), 303)


async def settings(request: Request) -> Response:
    """Keeps in the browser who decides, and whether verdicts stay hidden until then."""
    form = await form_of(request)
    if form is None:
        return PlainTextResponse("This form is not from this start of the application.", 403)
    door: Door = request.app.state.door
    answer = RedirectResponse(_here(form), 303)
    name = " ".join(_one(form, "person").split())[:80]
    answer.set_cookie(f"{door.cookie}-person", quote(name), httponly=True, samesite="strict")
    answer.set_cookie(f"{door.cookie}-blind", "1" if _one(form, "blind") else "0", httponly=True, samesite="strict")
    return answer


async def form_of(request: Request) -> Form | None:
    """The fields of a form that carries the key of this start; None for any other."""
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST:
            return None
    form = parse_qs(content.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=500)
    door: Door = request.app.state.door
    return form if secrets.compare_digest(_one(form, "key").encode(), door.key.encode()) else None


def _one(form: Form, name: str) -> str:
    return form.get(name, [""])[-1]


def _deed(form: Form, at: Now) -> Deed:
    """The decision that the pressed button and the fields beside it make together."""
    verb, on = _one(form, "verb"), _one(form, "on")
    if verb in DEEDS:
        return DEEDS[verb](on, form, at)
    raise Refused("No such decision.")


def _verdict_of(on: str, at: Now) -> Verdict:
    one = next((one for one in at.case.verdicts if one.fact.id == on), None)
    if one is None:
        raise Refused("This fact is no longer what it was; look at it again.")
    return one


def _accept(on: str, form: Form, at: Now) -> Deed:
    return Deed(on=on, act=Act(verb="accept", new=_verdict_of(on, at).outcome))


def _overrule(on: str, form: Form, at: Now) -> Deed:
    wanted, old = _one(form, "outcome"), _verdict_of(on, at).outcome
    if wanted not in get_args(Outcome):
        raise Refused("Choose a verdict first.")
    return _accept(on, form, at) if wanted == old else Deed(on=on, act=Act(verb="verdict", old=old, new=wanted))


def _correct(on: str, form: Form, at: Now) -> Deed:
    ticked, value = form.get("claim", []), _one(form, "value").strip()
    if len(ticked) != 1:
        raise Refused("Tick the one statement whose value is to be corrected.")
    if value_of(value) is None:
        raise Refused("Write the value as 26, as 20-30, or as 24+ for 24 and more.")
    claims = {claim.id: claim for claim in _verdict_of(on, at).fact.claims}
    if ticked[0] not in claims:
        raise Refused("The statement is no longer on this fact.")
    old = " ".join(claims[ticked[0]].span.text.split())
    return Deed(on=ticked[0], act=Act(verb="value", old=old, new=value))


def _dismiss_figure(on: str, form: Form, at: Now) -> Deed:
    ticked = form.get("claim", [])
    if len(ticked) != 1:
        raise Refused("Tick the one statement that is to be dismissed.")
    return Deed(on=ticked[0], act=Act(verb="dismiss"))


def _split(on: str, form: Form, at: Now) -> Deed:
    ticked = sorted(set(form.get("claim", [])))
    if not ticked or len(ticked) >= len(_verdict_of(on, at).fact.claims):
        raise Refused("Tick the statements that answer another question: at least one, not all.")
    return Deed(on=on, act=Act(verb="split", new=" ".join(ticked)))


def _merge(on: str, form: Form, at: Now) -> Deed:
    other = _one(form, "other")
    if not other:
        raise Refused("Choose the fact that asks the same question.")
    return Deed(on=on, act=Act(verb="merge", new=_verdict_of(other, at).fact.id))


def _dismiss(on: str, form: Form, at: Now) -> Deed:
    return Deed(on=on, act=Act(verb="dismiss"))


def _note(on: str, form: Form, at: Now) -> Deed:
    return Deed(on=on, act=Act(verb="note"))


def _add(on: str, form: Form, at: Now) -> Deed:
    account = next((one for one in at.case.accounts if one.id == on), None)
    start, end, value = _one(form, "start"), _one(form, "end"), _one(form, "value").strip()
    if account is None or not (start.isdecimal() and end.isdecimal() and len(start + end) < 20):
        raise Refused("Mark the figure in the text first.")
    if not int(start) < int(end) <= len(account.text):
        raise Refused("The marked characters are not in this account.")
    exact = _one(form, "exact")
    if exact and account.text[int(start) : int(end)].split() != exact.split():
        raise Refused("The marked characters are not those of the account; mark them again.")
    if value_of(value) is None:
        raise Refused("Write the value as 26, as 20-30, or as 24+ for 24 and more.")
    where = _one(form, "fact") or _one(form, "role")
    return Deed(on=on, act=Act(verb="add", new=f"{start}-{end} {value.replace(' ', '')} {where}"))


def _grade(on: str, form: Form, at: Now) -> Deed:
    account = next((one for one in at.case.accounts if one.id == on), None)
    if account is None or _one(form, "grade") not in GRADES:
        raise Refused("Choose a letter from A to F.")
    return Deed(on=on, act=Act(verb="grade", old=grade_of(at, account), new=_one(form, "grade")))


def _undo(on: str, form: Form, at: Now) -> Deed:
    if on not in {line.id for line in at.log} or on in at.standing.undone:
        raise Refused("This decision was taken back already.")
    return Deed(on=on, act=Act(verb="undo"))


DEEDS = {
    "accept": _accept, "verdict": _overrule, "value": _correct, "dismiss-figure": _dismiss_figure, "split": _split,
    "merge": _merge, "dismiss": _dismiss, "note": _note, "add": _add, "grade": _grade, "undo": _undo,
}  # fmt: skip


def _decision(deed: Deed, by: str, note: str, form: Form) -> Decision:
    if not by:
        raise Refused("Say who you are first: the log names who decided.")
    if deed.act.verb in NEEDS_REASON and not note:
        raise Refused("Give a reason: a later reader must be able to follow.")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Decision(on=deed.on, outcome=outcome_of(deed.act), by=by, at=at, note=note[:LONGEST])


def _try(decision: Decision, form: Form, at: Now) -> None:
    """Refuses a decision that would find nothing to be made on."""
    log = append(_not_stale(at.log, decision, form), decision)
    tried = decided(replace(at.machine, judgements=log))
    if log[-1] in tried.orphans:
        raise Refused("This decision does not fit what it is made on.")


def _not_stale(log: tuple[Judgement, ...], decision: Decision, form: Form) -> tuple[Judgement, ...]:
    """The log, where nobody has decided on the same thing since the page was made."""
    seen = _one(form, "seen")
    since = log[int(seen) :] if seen.isdecimal() and len(seen) < 10 else ()
    others = [line for line in since if line.on == decision.on and not _is_note(line)]
    if others and not decision.outcome.startswith("note"):
        raise Refused(f"{others[-1].by} decided on this meanwhile ({others[-1].outcome}). Look again, then decide.")
    return log


def _is_note(line: Judgement) -> bool:
    act = act_of(line.outcome)
    return act is not None and act.verb == "note"


def _again(request: Request, form: Form, problem: str) -> Response:
    """The page on which the decision was tried, with the reason why it was not taken."""
    here = _here(form)
    if here.startswith("/fact/"):
        return fact_page(request, here.removeprefix("/fact/"), problem, _one(form, "note"))
    if here.startswith("/account/"):
        return account_page(request, here.removeprefix("/account/"), problem)
    return PlainTextResponse(problem, 422)


def _unwritten(request: Request, form: Form, error: OSError) -> Response:
    """What could not be written and why, with all of the form kept, to be sent again."""
    reason = (error.strerror or str(error)).strip().lower()
    kept = [(name, value) for name, values in form.items() if name != "note" for value in values]
    return shown(
        request,
        "unwritten",
        current(request),
        reason=reason,
        file=str(error.filename or request.app.state.path),
        kept=kept,
        note=_one(form, "note"),
        back=_here(form),
        status=503,
    )


def _next(form: Form, request: Request) -> str:
    """The next fact that this person has not judged where the queue is worked through, else the same page."""
    if not _one(form, "onward") or _one(form, "verb") == "note":
        return _here(form)
    at, who = current(request), person(request)
    waiting = queue(at)
    was = next((place for place, one in enumerate(waiting) if one.fact.id == _one(form, "on")), -1)
    ordered = waiting[was + 1 :] + waiting[: was + 1]
    following = next((one for one in ordered if not has_judged(at, one, who)), None)
    return f"/fact/{following.fact.id}" if following else "/"


def _here(form: Form) -> str:
    """The page of this application on which the form stands; never another's."""
    here = _one(form, "here")
    return here if here.startswith("/") and not here.startswith(("//", "/\\")) and here.isprintable() else "/"
