"""By what keys one pays, in a browser: the key table, the panel's choices, a key file, and the users of VKP."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.test_payers import PAYMENT, choose, opened_part
from tests.test_key_files import KEY_ROWS, index_file, workbook


def cell(page: Page, solution: str, place: int) -> Locator:
    return page.locator(f"[data-solution={solution}] input").nth(place)


def test_the_key_table_refuses_what_does_not_add_up(who: Page) -> None:
    opened_part(who, ".key-table")
    cell(who, "helsenorge", 0).fill("49")
    expect(who.locator("[data-solution=helsenorge] .key-sum")).to_have_text("99 %")
    cell(who, "helsenorge", 0).press("Enter")
    expect(who.locator(".key-table-problem")).to_have_text(
        "Helsenorge er 99 % til sammen; raden skal bli 100 %. Den er ikke tatt i bruk."
    )
    expect(who.locator(".levers-changes")).to_be_hidden()
    cell(who, "helsenorge", 0).fill("60,5")
    cell(who, "helsenorge", 1).fill("39,5")
    cell(who, "helsenorge", 1).press("Enter")
    expect(who.locator(".key-table-problem")).to_have_text("")
    expect(who.locator(".levers-changes summary")).to_contain_text("1")
    expect(who).to_have_url(re.compile(r"keys\.helsenorge\.rhf=0\.605"))
    who.locator("[data-do=undo]").click()
    expect(cell(who, "helsenorge", 0)).to_have_value("50")
    who.locator("[data-do=redo]").click()
    expect(cell(who, "helsenorge", 0)).to_have_value("60,5")
    who.locator("[data-solution=helsenorge] button").click()
    expect(cell(who, "helsenorge", 0)).to_have_value("50")
    expect(who).not_to_have_url(re.compile("keys"))


def test_a_row_of_the_key_table_adds_up_as_it_is_shown(who: Page) -> None:
    opened_part(who, ".key-table")
    total = who.locator("[data-solution=helsenettet] .key-sum")
    expect(cell(who, "helsenettet", 3)).to_have_value("33,33")
    expect(total).to_have_text("100 %")
    cell(who, "helsenettet", 0).fill("40")
    expect(total).to_have_text("106,66 %")
    cell(who, "helsenettet", 0).fill("33,33")
    cell(who, "helsenettet", 0).press("Enter")
    expect(total).to_have_text("100 %")
    expect(who.locator(".key-table-problem")).to_have_text("")
    cell(who, "helsenettet", 0).fill("40")
    cell(who, "helsenettet", 1).fill("26,67")
    cell(who, "helsenettet", 1).press("Enter")
    expect(who.locator(".key-table-problem")).to_have_text("")
    expect(who).to_have_url(re.compile(r"ovrige_medlemmer=0\.3333(&|$)"))
    cell(who, "helsenettet", 1).fill("26,66995")
    cell(who, "helsenettet", 1).press("Enter")
    expect(who.locator(".key-table-problem")).to_contain_text("er 99,99995 % til sammen")


def test_the_levers_choose_keys(who: Page) -> None:
    before = who.locator(PAYMENT).inner_text()
    who.locator("[data-group=payers] > summary").click()
    who.locator("[data-lever=keys]").get_by_text("Forslaget fra 2021").click()
    expect(who.locator(PAYMENT)).not_to_have_text(before)
    expect(who).to_have_url(re.compile("keys=proposal_2021"))
    who.locator("[data-lever=rhf_key]").get_by_text("Folketall").click()
    expect(who.locator(".levers-changes li")).to_have_count(2)
    expect(who.locator(".levers-changes")).to_contain_text("Nøkkel mellom RHF: Folketall")


def test_a_good_and_a_bad_key_file(who: Page, tmp_path: Path) -> None:
    choose(who, "1818")
    expect(who.locator("h1")).to_contain_text("Herøy")
    expect(who.locator("[data-figure=payer_own] .subtitle")).to_contain_text("tilnærmet")
    opened_part(who, ".fields")
    upload = who.locator("[data-field=municipal_key] input")
    bad = tmp_path / "feil.csv"
    bad.write_text(index_file().replace("0.8375", "8375"), encoding="utf-8")
    upload.set_input_files(bad)
    expect(who.locator(".fields-problem")).to_have_text(
        "«feil.csv» kan ikke brukes: linje 2, indeks: «8375»; ventet et tall fra 0,1 til 10. "
        "Det som var lagt inn, er beholdt."
    )
    damaged = tmp_path / "skadet.xlsx"
    damaged.write_bytes(b"PK\x03\x04 and so on")
    upload.set_input_files(damaged)
    expect(who.locator(".fields-problem")).to_contain_text("kan ikke leses som arbeidsbok")
    sheet = tmp_path / "nokkel.xlsx"
    sheet.write_bytes(workbook(KEY_ROWS))
    upload.set_input_files(sheet)
    expect(who.locator("[data-field=municipal_key] .field-said")).to_contain_text("«nokkel.xlsx» brukes")
    expect(who.locator("[data-figure=payer_own] .subtitle")).not_to_contain_text("tilnærmet")
    good = tmp_path / "nokkel.csv"
    good.write_bytes(index_file(";", comma=",").encode("utf-8-sig"))
    upload.set_input_files(good)
    expect(who.locator("[data-field=municipal_key] .field-said")).to_contain_text("«nokkel.csv» brukes")
    expect(who.locator("[data-figure=payer_own] .subtitle")).not_to_contain_text("tilnærmet")
    expect(who.locator(".fields-problem")).to_be_empty()
    who.locator("[data-field=municipal_key] .field-clear").click()
    expect(who.locator("[data-figure=payer_own] .subtitle")).to_contain_text("tilnærmet")


def test_vkp_falls_on_its_users(who: Page, tmp_path: Path) -> None:
    choose(who, "0301")
    expect(who.locator("h1")).to_contain_text("Oslo")
    opened_part(who, ".fields")
    before = who.locator(PAYMENT).inner_text()
    expect(who.locator("[data-field=vkp_users] .field-said")).to_contain_text("hele VKP-summen på alle kommuner")
    who.get_by_role("switch", name="Oslo bruker ikke VKP").click()
    expect(who.locator(PAYMENT)).not_to_have_text(before)
    expect(who.locator("[data-field=vkp_users] .field-said")).to_contain_text("«bruker ikke VKP»: Oslo")
    users = tmp_path / "brukere.csv"
    users.write_text("kommunenummer\n0301\n1103\n", encoding="utf-8")
    who.locator("[data-field=vkp_users] input").set_input_files(users)
    expect(who.locator("[data-field=vkp_users] .field-said")).to_contain_text("2 kommuner bruker VKP")
    expect(who.get_by_role("switch", name="Oslo bruker ikke VKP")).to_have_count(0)
