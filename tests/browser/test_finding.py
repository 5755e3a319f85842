"""The browser finds as the model does, and a tap in a list lands in the list."""

import random
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from model.payers import found_payers, municipalities
from model.payers.search_keys import former_numbers, other_names
from pages.payers.finding import finding_keys
from pages.visit.modules import PAGES
from tests.browser.conftest import opened

SEARCH = ".payer-search input"
FOUND = """async ([rule, keys, texts]) => {
  const loaded = (text) => import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  const [{ foundPayers }, { FINDING }] = await Promise.all([loaded(rule), loaded(keys)]);
  return texts.map((text) => foundPayers(text, FINDING).map(({ id, former }) => [id, former]));
}"""


def texts_to_find() -> list[str]:
    """Names and numbers of then and now, in the ways they are typed, and beginnings and pieces of them."""
    names = [word for one in municipalities().values() for word in (one.name, one.number, one.county, one.rhf)]
    names += [row["other_name"] for row in other_names()]
    names += [row[name] for row in former_numbers() for name in ("former_number", "former_name")]
    names = sorted(set(names))
    chance = random.Random(904)
    texts = [
        "",
        "?",
        "i",
        "kommune",
        "helse",
        "HSØ",
        "Helse Nord RHF",
        "Herøy (Nordland)",
        "Hamar komm",
        "ǼSKØY",
        "ß",
        "½",
    ]
    texts += [name[1:] for name in names if name.startswith("0")]
    for name in names:
        begun = name[: chance.randint(1, len(name))]
        texts += [name, chance.choice((begun, f"{name} kommune", f"{name} {chance.choice(names)}", name[1:4].upper()))]
    return texts


def test_the_browser_finds_as_the_model_does(browser: Browser) -> None:
    page = browser.new_page()
    (keys,), spelling = finding_keys().values(), 'import { plain } from "../visit/plain.js";\n'
    plain, rule = ((PAGES / place).read_text(encoding="utf-8") for place in ("visit/plain.js", "payers/finding.js"))
    assert spelling in rule
    rule = rule.replace(spelling, plain)  # a module of its own, which has no address to import from
    texts = texts_to_find()
    in_browser = page.evaluate(FOUND, [rule, keys, texts])
    page.close()
    for text, hits in zip(texts, in_browser, strict=True):
        former = ((one.payer.id, one.former) for one in found_payers(text))
        assert hits == [[payer, was and f"{was.number} {was.name}"] for payer, was in former], text


@pytest.mark.parametrize(
    ("text", "name"),
    [("Hamar", "Hamar"), ("Ås", "Ås"), ("Kárášjohka", "Karasjok"), ("Herøy i Nordland", "Herøy (Nordland)")],
)
def test_a_whole_name_and_enter_chooses_it(tab: Page, text: str, name: str) -> None:
    opened(tab, "/hvem_betaler?sprak=nb&aar=2027")
    tab.locator(SEARCH).fill(text)
    tab.locator(SEARCH).press("Enter")
    expect(tab.locator("h1")).to_contain_text(f"{name} ville betalt")


def test_an_old_number_is_told_its_new_one_in_search_and_list(tab: Page) -> None:
    opened(tab, "/hvem_betaler?sprak=nb&aar=2027")
    tab.locator(SEARCH).fill("3001")
    expect(tab.get_by_role("option")).to_have_text(["Halden3101 Østfold · før 3001 Halden"])
    tab.locator(SEARCH).fill("1850")
    expect(tab.get_by_role("option")).to_have_count(2)
    assert tab.get_by_role("listbox").evaluate("list => list.scrollWidth <= list.clientWidth")
    tab.locator(SEARCH).press("Escape")
    tab.locator(".municipal > summary").click()
    tab.locator(".municipal input").fill("3001")
    expect(tab.locator(".municipal tbody th")).to_have_text(["Halden (før 3001 Halden)"])
    tab.locator(".municipal input").fill("Porsáŋgu")
    expect(tab.locator(".municipal tbody th")).to_have_text(["Porsanger"])
    tab.locator(".municipal input").fill("xyz")
    expect(tab.locator(".municipal-said")).to_have_text("Ingen treff")


@pytest.fixture
def phone(browser: Browser, address: str) -> Page:
    """Hvem betaler in 2027 on a phone, touched."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, base_url=address
    )
    page = context.new_page()
    opened(page, "/hvem_betaler?hvem=Helse+Sør-Øst&sprak=nb&aar=2027")
    yield page
    context.close()


WATCH = """() => {
  window.outside = [];
  for (const kind of ["pointerup", "mouseup", "click"])
    document.addEventListener(kind, ({ target }) => target.closest(".payer-search") ?? window.outside.push(kind), true);
}"""


def test_a_tap_in_the_list_chooses_and_hits_nothing_beneath(phone: Page) -> None:
    phone.evaluate(WATCH)
    phone.locator(SEARCH).tap()
    phone.keyboard.type("Mod")
    phone.get_by_role("option", name="Modum").tap()
    expect(phone.locator("h1")).to_contain_text("Modum ville betalt")
    expect(phone).to_have_url(re.compile("hvem=3316"))
    assert phone.evaluate("window.outside") == []
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(phone.get_by_role("listbox")).to_be_hidden()


def test_a_finger_that_scrolls_the_list_chooses_nothing(phone: Page) -> None:
    phone.locator(SEARCH).tap()
    phone.keyboard.type("a")
    last = phone.get_by_role("option").last.bounding_box()
    assert last
    x, y = last["x"] + 20, last["y"] - 40
    fingers = phone.context.new_cdp_session(phone)
    for kind, points in (("touchStart", [(x, y)]), ("touchMove", [(x, y - 60)]), ("touchEnd", [])):
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})
    expect(phone.get_by_role("listbox")).to_be_visible()
    expect(phone.locator(SEARCH)).to_have_value("a")
    expect(phone.locator("h1")).to_contain_text("Helse Sør-Øst ville betalt")
