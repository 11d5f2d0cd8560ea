"""The judge of web editions can say no: a good one passes, and each spoiled one is failed for its own reason."""

import subprocess
import sys
from pathlib import Path

import pytest
import web_judges
from web_samples import write_folder

CI = Path(web_judges.__file__).parent

PAGE = "@page { margin"
NIGHT = "@media (prefers-color-scheme: dark) { main h2 { color: #444; } }"
POLICY = "; ".join(
    ["default-src &#39;none&#39;", *(f"{kind}-src &#39;self&#39; file:" for kind in ("script", "style", "img"))]
)
ELSEWHERE = "http://198.51.100.1/x.png"

# Several faults in one folder, each with words of its finding: file, a text in it, what it becomes, words.
SPOILED = {
    "pages": [
        ("style.css", PAGE, f"main p {{ color: #999; width: 90em; }}\n{NIGHT}\n{PAGE}", "320: scrolls sideways"),
        ("first.html", 'alt="A dot"', "", "image-alt"),
        ("first.html", '<html lang="en-GB"', "<html", "html-has-lang"),
        ("first.html", "</body>", "<script>name = 1</script></body>", "Content Security Policy"),
        ("first.html", "second.html#tail", "second.html#tale", "first.html: leads nowhere"),
        ("notes.js", "addEventListener('beforeprint', () => box.remove())", "throw Error('ours')", "uncaught: ours"),
        ("second.html", "Nothing.", "Nothing.", "second.html 768 light: axe color-contrast"),
        ("second.html", "Tail", "Tail", "second.html 320 dark: axe color-contrast"),
    ],
    "keyboard": [
        ("first.html", 'class="skip"', 'class="skip" tabindex="-1"', "no skip link first"),
        ("style.css", "outline: 3px solid", "outline: 0 solid", "focus not marked"),
        ("first.html", 'class="ref"', 'class="ref" tabindex="2"', "focus goes back"),
        ("search.js", "dialog.showModal()", "dialog.show()", "search does not close"),
        ("tools.js", "localStorage.setItem", "String", "the dark look is not remembered"),
        ("notes.js", "'popover', 'auto'", "'popover', 'manual'", "a note does not close"),
        ("style.css", PAGE, f"#tail {{ display: block; width: 9.5em; }}\n{PAGE}", "large letters second.html scrolls"),
        ("style.css", ".scripted-only { display: none; }", "", "without scripts there are idle buttons"),
    ],
    "quiz": [
        ("quiz.js", "String(chosen()) === String(right)", "String(chosen()) !== String(right)", "are not found right"),
        ("quiz.js", "control.checked = false", "control.value = ''", "answers are kept"),
        ("quiz.js", "asked.forEach(clear)", "asked", "results are kept"),
        ("quiz.js", "asked[0].parts[0].controls[0].focus()", "document.activeElement.blur()", "the focus is lost"),
        ("quiz.js", "href: `#${question.id}`", "href: '#set'", "no link leads back to a question"),
        ("quiz.js", "legend', { className", "p', { className", 'no group of controls is called "How many?"'),
        ("style.css", PAGE, f".result {{ color: #999; }}\n{PAGE}", "checked: axe color-contrast"),
    ],
    "marks": [
        ("quiz.js", "return isRight\n", "return true\n", "are not found wrong"),
        (
            "quiz.js",
            "group.append(result)",
            "group.append(result, document.createElement('select'))",
            "axe select-name",
        ),
    ],
    "elsewhere": [
        ("first.html", POLICY, f'img-src *"><img alt="x" src="{ELSEWHERE}"><meta name="x" content="', "something else"),
        ("second.html", "</main>", f'<img alt="x" src="{ELSEWHERE}"></main>', "second.html: console error"),
        ("index.js", "[0,", "[9,", "nothing is found"),
    ],
}


def test_a_good_folder_passes(tmp_path):
    verdict = web_judges.web(write_folder(tmp_path / "good-web"))
    assert verdict.findings == ()
    assert "5 pages at 320, 768, 1280, light and dark" in verdict.summary
    assert verdict.summary.endswith(", 1 pages with a quiz")


@pytest.mark.parametrize("case", SPOILED)
def test_a_spoiled_folder_fails(tmp_path, case):
    folder = write_folder(tmp_path / "bad-web", *(fault[:3] for fault in SPOILED[case]))
    found = "\n".join(web_judges.web(folder).findings)
    assert [words for *_, words in SPOILED[case] if words not in found] == []


def judge(place, **environment):
    """Run the command as `make judge` does."""
    return subprocess.run(
        [sys.executable, CI, place], capture_output=True, text=True, env=environment or None, check=False
    )


def test_a_folder_is_judged_among_other_things(tmp_path):
    folder = write_folder(tmp_path / "build/good-web")
    done = judge(folder.parent)
    assert (done.returncode, done.stdout.count("pass  axe-core")) == (0, 1), done.stdout


def test_a_missing_judge_is_a_failure(tmp_path):
    done = judge(write_folder(tmp_path / "good-web"), PATH=str(tmp_path))
    assert done.returncode == 1
    assert "FAIL  axe-core      good-web: MISSING" in done.stdout


def test_a_folder_without_a_first_page_is_a_failure(tmp_path):
    folder = write_folder(tmp_path / "bad-web")
    (folder / "index.html").unlink()
    done = judge(folder)
    assert done.returncode == 1
    assert "there is no index.html" in done.stdout
