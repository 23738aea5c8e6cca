"""What the sentence does not say comes from the story, and never from what only lay about."""

import pytest
from tests.events.trees import act, grown, names

from dragoman.events.story import Story
from dragoman.model.candidate import Candidate
from dragoman.model.event import Actor
from dragoman.model.mention import Cast, Mention

NORWAY, PERU = Actor("Norway", "NOR", ("GOV",)), Actor("Peru", "PER", ("GOV",))
ARMY, UNION = Actor("Norwegian army", "NOR", ("MIL",)), Actor("Norwegian union", "NOR", ("LAB",))
TEXT = "Norway arrested the envoy. It held talks."


def mention(actor: Actor, kind: str = "body", head: int = 3) -> Mention:
    """A mention of the actor, at the word "envoy"."""
    return Mention(head, head, head + 1, (actor,), kind=kind)


def told(first: Candidate, actor: Mention, recipient: Mention) -> Candidate:
    """The candidate with its sides."""
    first.actor, first.recipient = [actor], [recipient]
    return first


def partner_after(*sides: tuple[Mention, Mention], event: str = "ACCUSE") -> list[str]:
    """Whom Norway speaks to after events between these sides, with nobody else near."""
    parsed = grown(TEXT)
    story = Story(parsed, Cast())
    story.done = [told(act(parsed, "arrested", "COERCE/arrest"), *pair) for pair in sides]
    found = story.partner(act(parsed, "talks", event, anchor="held"), NORWAY)
    return names([found]) if found else []


def test_the_last_opponent_is_the_partner() -> None:
    """Who was last across from the actor's side is spoken to."""
    assert partner_after((mention(UNION), mention(NORWAY)), (mention(NORWAY), mention(PERU))) == ["Peru"]


@pytest.mark.parametrize("kind", ["place", "belonging", "understood", "crowd"])
def test_no_thing_is_a_partner(kind: str) -> None:
    """A place, a belonging, an understood agent or a crowd is passed over for who stood against the actor before."""
    assert partner_after((mention(NORWAY), mention(PERU)), (mention(NORWAY), mention(UNION, kind))) == ["Peru"]


def test_a_state_speaks_to_no_arm_of_its_own() -> None:
    """A government's threat after an order to its army is not to the army, but a union of the country is another side."""
    assert partner_after((mention(NORWAY), mention(ARMY))) == []
    assert partner_after((mention(NORWAY), mention(UNION))) == ["Norwegian union"]


def test_who_stood_across_comes_before_who_stood_beside() -> None:
    """Of a joint act against somebody, the partner is whom it was against."""
    parsed = grown(TEXT)
    earlier = act(parsed, "arrested", "COERCE/arrest")
    earlier.actor, earlier.recipient = [mention(NORWAY), mention(UNION)], [mention(PERU)]
    story = Story(parsed, Cast())
    story.done = [earlier]
    found = story.partner(act(parsed, "talks", "ACCUSE", anchor="held"), NORWAY)
    assert found is not None
    assert names([found]) == ["Peru"]


@pytest.mark.parametrize(("event", "who"), [("AGREE", ["Peru"]), ("REQUEST", ["Peru"]), ("ASSAULT", [])])
def test_it_that_is_turned_down_is_the_last_offer(event: str, who: list[str]) -> None:
    """ "Norway turned it down" answers who offered or asked last."""
    parsed = grown(TEXT)
    story = Story(parsed, Cast())
    story.done = [told(act(parsed, "arrested", event), mention(PERU), mention(NORWAY))]
    answer = act(parsed, "talks", "REJECT", anchor="held")
    answer.actor = [mention(NORWAY)]
    it = next(token for token in grown("Norway arrested the envoy. It held talks.").doc if token.lower_ == "it")
    found = story.doer(answer, [it])
    assert (names([found]) if found else []) == who
