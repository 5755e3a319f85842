"""Ready scenarios: what they mean, where they come from, and the words about them."""

from pathlib import Path

import numpy as np
import pytest

from charts.payers.ready import ready
from model import Scenario, presets, run
from model.baseline.axes import PAYER_GROUPS
from model.baseline.documents import documents
from model.payers import PayerKeys
from model.scenario.presets import read_presets
from tests.baselines import INVENTED, PRESENT
from texts import LANGUAGES, Texts

MEANINGS = {
    "tallgrunnlaget": {},
    "forskrift_2026": {"index_rate": 0.031, "measures.pasientens_provesvar.delay": 1},
    "margin_3": {"risk_margin": 0.03},
    "tilbakeforing_ett_aar": {"repayment_lag": 1},
    "mindreforbruk_2025": {"base_year_underspend_returned": 1.0},
    "sikkerhet_5": {"measures.sikkerhet.enabled": True, "measures.sikkerhet.amount_mnok": 5.0},
    "sikkerhet_10": {"measures.sikkerhet.enabled": True},
    "sikkerhet_15": {"measures.sikkerhet.enabled": True, "measures.sikkerhet.amount_mnok": 15.0},
    "halv_effektivisering": {"efficiency_realisation": 0.5},
    "dobbelt_volum": {"volume_realisation": 2.0},
    "felles_i_forskriften": {"measures.felles_til_tjenesteavtaler.enabled": False},
    "provesvar_aldri": {"measures.pasientens_provesvar.enabled": False},
    "provesvar_senere": {"measures.pasientens_provesvar.delay": 1},
    "uten_engangstilbakeforing": {"earlier_funds_returned": 0.0},
    "margin_5_ubrukt": {"underspend_rate": 0.05},
    "margin_3_ubrukt": {"risk_margin": 0.03, "underspend_rate": 0.05},
    "mindreforbruk_som_sist": {"underspend_rate": 0.083},
    "sikkerhet_en_gang": {"measures.sikkerhet_once.enabled": True},
    "ehds_2029": {
        "measures.ehds.enabled": True,
        "measures.ehds.delay": 2,
        "measures.ehds.amount_mnok": 10.0,
    },
    "varig_besparelse": {"lasting_saving": 0.01},
    "nokkel_2021": {"keys": "proposal_2021"},
    "nokkel_2017": {
        "keys.vkp.rhf": 0.5,
        "keys.vkp.kommuner": 0.5,
        "municipal_key": "population",
        "rhf_key": "population",
    },
    "kjernejournal_55_45": {"keys.kjernejournal.rhf": 0.55, "keys.kjernejournal.kommuner": 0.45},
    "vkp_80_20": {"keys.vkp.rhf": 0.2, "keys.vkp.kommuner": 0.8},
}
"""Links name ready scenarios by id: an id must go on meaning the same."""


def test_each_id_means_what_links_say() -> None:
    assert {name: preset.scenario.departures() for name, preset in presets(PRESENT).items()} == MEANINGS


def test_each_comes_from_a_document() -> None:
    assert all(preset.source in documents() and preset.where for preset in presets(PRESENT).values())


@pytest.mark.parametrize("kind", INVENTED)
def test_a_baseline_without_ready_scenarios_has_none(kind: str) -> None:
    assert not presets(INVENTED[kind]())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_can_be_told(language: str) -> None:
    texts = Texts(language)
    told = {name: ready(preset, texts) for name, preset in presets(PRESENT).items()}
    assert all(each.label and each.note and each.source for each in told.values())
    assert [name for name, each in told.items() if not each.changes] == ["tallgrunnlaget"]


def test_what_a_measure_does_is_one_phrase() -> None:
    changes = {name: " ".join(ready(preset, Texts("nb")).changes) for name, preset in presets(PRESENT).items()}
    assert changes["sikkerhet_10"] == "Økt sikkerhet og beredskap, hvert år tas med"
    assert changes["sikkerhet_15"] == "Økt sikkerhet og beredskap, hvert år: 15,0 mill. kr"
    assert changes["ehds_2029"] == "EHDS, økt kostnadsnivå: 10,0 mill. kr, 2 år senere"
    assert changes["provesvar_aldri"] == "Pasientens prøvesvar i Kjernejournal tas ut"
    assert changes["provesvar_senere"] == "Pasientens prøvesvar i Kjernejournal, 1 år senere"


def test_security_says_its_cumulative_sum() -> None:
    effect = ready(presets(PRESENT)["sikkerhet_5"], Texts("nb")).effect
    assert effect.endswith("2026 +5,0 · 2027 +10,0 · 2028 +15,0 · 2029 +20,0 · sum 2026–2029, 2025-kroner: +50,0")


def test_doubled_volume_names_the_solutions_without_any() -> None:
    note = ready(presets(PRESENT)["dobbelt_volum"], Texts("nb")).note
    moved = run([Scenario(), Scenario(volume_realisation=2.0)]).cost_level
    without = [s for i, s in enumerate(PRESENT.open_solutions) if (moved[:, i, 0] == moved[:, i, 1]).all()]
    assert without and all(Texts("nb")(f"solution.{solution}") in note for solution in without)


def test_a_preset_without_effect_says_so() -> None:
    assert ready(presets(PRESENT)["tilbakeforing_ett_aar"], Texts("nb")).effect == "Endrer ingen tall alene."


def test_a_key_says_what_it_moves_between_groups() -> None:
    effect = ready(presets(PRESENT)["vkp_80_20"], Texts("nb")).effect
    assert effect == "Mellom gruppene i 2026: RHF +4,7, Kommuner \u22124,7 mill. kr."  # 15 % of 31.0 is 4.65


def test_the_halves_of_2017_differ_in_vkp_and_inside_the_groups_alone() -> None:
    scenario = presets(PRESENT)["nokkel_2017"].scenario
    by_law, halves = (PayerKeys.of(each).groups[..., 0] for each in (Scenario(), scenario))
    moved = [s for at, s in enumerate(PRESENT.solutions) if not np.allclose(by_law[at], halves[at])]
    assert moved == ["vkp"]
    rhf, municipal = (PAYER_GROUPS.index(group) for group in ("rhf", "kommuner"))
    np.testing.assert_allclose(halves[:, rhf], halves[:, municipal])


def test_the_regulation_stands_beside_its_reconciliation() -> None:
    """Within 0.2 million per solution: the tallgrunnlag is printed with one decimal, then multiplied by 1.031."""
    beside = ready(presets(PRESENT)["forskrift_2026"], Texts("nb")).beside
    assert beside is not None and len(beside.rows) == 7
    assert [row[0] for row in beside.rows] == [
        Texts("nb")(f"solution.{name}") for name in (*PRESENT.law_solutions, "sum")
    ]
    assert beside.rows[-1][1] == "1\u202f029,5 †"
    need = dict(
        zip(PRESENT.solutions, run(presets(PRESENT)["forskrift_2026"].scenario).financing_need[0, :, 0], strict=True)
    )
    need["helsenettet"] = need.pop("helsenettet_eksterne") + need.pop("helsenettet_felles")
    assert PRESENT.law is not None
    for solution, groups in PRESENT.law.by_group().items():
        assert need[solution] == pytest.approx(sum(groups.values()), abs=0.2)


def test_a_preset_is_put_on_top_of_a_scenario() -> None:
    scenario = Scenario.from_mapping(
        {
            "name": "Mitt",
            "risk_margin": 0.03,
            "measures": {"sikkerhet": {"enabled": True}, "fm_avvikling": {"enabled": False}},
        }
    )
    both = presets(PRESENT)["sikkerhet_15"].added_to(scenario)
    assert both.departures() == scenario.departures() | {"measures.sikkerhet.amount_mnok": 15.0}
    assert presets(PRESENT)["tallgrunnlaget"].added_to(scenario) == scenario


def test_a_damaged_preset_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "presets.toml"
    texts = 'label = { nb = "a", nn = "a", en = "a" }\nnote = { nb = "a", nn = "a", en = "a" }'
    path.write_text(f'[wrong]\nsource = "a"\nwhere = "b"\n{texts}\nscenario = {{ risk_margin = 0.4 }}\n')
    with pytest.raises(Exception, match=r"presets\.toml.*wrong\.scenario.*risk_margin is 0\.4"):
        read_presets(path, PRESENT)


def test_a_margin_is_no_saving() -> None:
    """3 % against 5 %, as much spent and what is unspent given back: −20.9, −21.3, and then −0.6, −0.5."""
    pair = [presets(PRESENT)[name].scenario for name in ("margin_3_ubrukt", "margin_5_ubrukt")]
    need = run(pair).financing_need.sum(axis=1)
    assert (need[:, 0] - need[:, 1]).round(1).tolist() == [-20.9, -21.3, -0.6, -0.5]


def test_the_other_reading_of_the_minutes_costs_the_same_every_year() -> None:
    effect = ready(presets(PRESENT)["sikkerhet_en_gang"], Texts("nb")).effect
    assert effect.endswith("2026 +10,0 · 2027 +10,0 · 2028 +10,0 · 2029 +10,0 · sum 2026–2029, 2025-kroner: +40,0")


def test_ehds_comes_in_2029_at_an_amount_of_ours() -> None:
    preset = presets(PRESENT)["ehds_2029"]
    need = run([Scenario(), preset.scenario]).financing_need.sum(axis=1)
    assert (need[:, 1] - need[:, 0]).round(9).tolist() == [0, 0, 0, 10]
    assert "Ikke noe beløp er publisert" in preset.note["nb"]
