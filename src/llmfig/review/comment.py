"""Posts the summary of a comparison on its pull request, or renews the comment that is there. Needs gh.

Like `markdown`, it needs nothing but the standard library, so that a workflow with the right to comment can run it from
a plain checkout of the main branch, or as `python -m llmfig.review.comment`:

    python src/llmfig/review/comment.py REPORT.json

From the environment: REPOSITORY (owner/name), HEAD_REPOSITORY and HEAD_BRANCH (where the pull request comes from),
HEAD_SHA (the commit that was compared), RUN_URL (the run that keeps the page). Strangers choose these names: they are
passed on as arguments, never as code.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

MARKDOWN = Path(__file__).with_name("markdown.py")
MARKER = "<!-- llmfig-diff -->"


def main() -> None:
    """The script."""
    report = Path(sys.argv[1])
    repository, head_repository = os.environ["REPOSITORY"], os.environ["HEAD_REPOSITORY"]
    sha = os.environ["HEAD_SHA"]
    if not report.is_file():
        sys.exit(say("no report: nothing was compared"))
    pull = pull_request(repository, head_repository, os.environ["HEAD_BRANCH"], sha)
    if pull is None:
        sys.exit(say(f"no open pull request has {sha} as its last commit: nothing to do"))
    body = summary(
        report,
        page=os.environ["RUN_URL"],
        before=f"https://github.com/{repository}/raw/{pull['base']['sha']}",
        after=f"https://github.com/{head_repository}/raw/{sha}",
    )
    own = own_comment(repository, pull["number"])
    if own is None:
        write("POST", f"repos/{repository}/issues/{pull['number']}/comments", body)
    else:
        write("PATCH", f"repos/{repository}/issues/comments/{own}", body)
    say(f"posted on pull request {pull['number']}")


def pull_request(repository: str, head_repository: str, branch: str, sha: str) -> dict[str, Any] | None:
    """The open pull request whose last commit was compared. The event does not name it when it is from a fork."""
    owner = head_repository.partition("/")[0]
    query = ["-f", "state=open", "-f", "per_page=100", "-f", f"head={owner}:{branch}"]
    for pull in get(f"repos/{repository}/pulls", *query):
        head = pull["head"]
        if head["sha"] == sha and (head["repo"] or {}).get("full_name") == head_repository:
            return dict(pull)
    return None


def own_comment(repository: str, number: int) -> int | None:
    """The comment of an earlier run: it begins with the marker, and only a bot's counts."""
    for comment in get(f"repos/{repository}/issues/{number}/comments", "--paginate"):
        if comment["user"]["type"] == "Bot" and comment["body"].startswith(MARKER):
            return int(comment["id"])
    return None


def summary(report: Path, **addresses: str) -> str:
    options = [word for name, url in addresses.items() for word in (f"--{name}", url)]
    command = [sys.executable, "-I", str(MARKDOWN), str(report), *options]
    return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout


def get(path: str, *options: str) -> Any:
    return json.loads(gh("--method", "GET", path, *options))


def write(method: str, path: str, body: str) -> None:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".md") as file:
        file.write(body)
        file.flush()
        gh("--method", method, path, "-F", f"body=@{file.name}")


def gh(*arguments: str) -> str:
    return subprocess.run(["gh", "api", *arguments], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout


def say(words: str) -> int:
    print(f"comment: {words}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    main()
