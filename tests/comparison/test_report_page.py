"""The report in a real browser: filters, keys from error to error, a screenshot; an article's markup is never run."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.comparison.report import score_run
from pipeline.comparison.report_page import NONE, Mark, confusion, report_page
from tests.comparison.samples import GOLD, corrupted, perfect_record, write_gold

webdriver = pytest.importorskip("selenium.webdriver")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--window-size=1300,1000",
)  # fmt: skip
SCRIPT = "&lt;/script&gt;&lt;script&gt;document.title='run'&lt;/script&gt;&lt;b id='x'&gt;"
HOSTILE = GOLD.replace("растёт.", f"растёт. {SCRIPT}")


@pytest.fixture(scope="module")
def browser() -> Iterator["webdriver.Chrome"]:
    if CHROMIUM is None or shutil.which("chromedriver") is None:
        pytest.skip("no chromium with chromedriver on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in FLAGS:
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    gold = read_gold_xml(write_gold(tmp_path, HOSTILE))
    record = corrupted(perfect_record(gold), 3)
    content = report_page(score_run([gold], [record]), [gold], {gold.article.id: record})
    path = tmp_path / "report.html"
    path.write_text(content, encoding="utf-8")
    return path


def test_filters_keys_and_screenshot(browser: "webdriver.Chrome", page: Path, tmp_path: Path) -> None:
    browser.get(page.as_uri())
    assert browser.title == "Svodka: comparison with gold"  # the article's script did not run
    assert browser.find_elements("id", "x") == []
    assert "</script><script>" in browser.find_element("css selector", ".text").text
    errors = browser.find_elements("css selector", ".errors li")
    kinds = [error.get_attribute("data-kind") for error in errors]
    assert len(set(kinds)) > 1
    body = browser.find_element("tag name", "body")
    body.send_keys("j")
    first = browser.find_element("css selector", ".errors li.current").text
    body.send_keys("j")
    assert browser.find_element("css selector", ".errors li.current").text != first
    body.send_keys("k")
    assert browser.find_element("css selector", ".errors li.current").text == first
    assert browser.find_elements("css selector", ".text .current")
    browser.find_element("css selector", f"#kind option[value='{kinds[-1]}']").click()
    shown = [error for error in errors if error.is_displayed()]
    assert [error.get_attribute("data-kind") for error in shown] == [kind for kind in kinds if kind == kinds[-1]]
    assert browser.find_element("id", "position").text == f"1 of {len(shown)}"
    picture = tmp_path / "report.png"
    browser.save_screenshot(str(picture))
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_the_page_needs_no_network(page: Path) -> None:
    content = page.read_text(encoding="utf-8")
    assert "http://" not in content.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in content


def test_confusion_counts_kinds() -> None:
    gold = [
        {"start": 0, "end": 5, "kind": "location", "label": "", "optional": False},
        {"start": 6, "end": 9, "kind": "person", "label": "", "optional": False},
        {"start": 20, "end": 25, "kind": "location", "label": "", "optional": True},
    ]
    found = [
        {"start": 0, "end": 5, "kind": "organization", "label": "", "optional": False},
        {"start": 12, "end": 15, "kind": "date", "label": "", "optional": False},
        {"start": 20, "end": 25, "kind": "organization", "label": "", "optional": False},
    ]
    table = confusion([{"gold": [Mark(mark) for mark in gold], "found": [Mark(mark) for mark in found]}])
    cell = {
        (row, column): table["rows"][table["kinds"].index(row)][table["kinds"].index(column)]
        for row in table["kinds"]
        for column in table["kinds"]
    }
    assert {key: count for key, count in cell.items() if count} == {
        ("location", "organization"): 1,
        ("person", NONE): 1,
        (NONE, "date"): 1,
    }
