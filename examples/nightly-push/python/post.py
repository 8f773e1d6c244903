"""One POST to /v1/submissions, tried again while that can help: after a lost connection, and after an answer that means
"not now". Whatever else the service answers is its answer."""
import http.client
import json
import random
import time
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from read import Stop

NOT_NOW = {409, 429, 502, 503, 504}
LONGEST_WAIT_SECONDS = 300
LONGEST_SILENCE_SECONDS = 60
MOST_BYTES = 5_000_000


def post(run, body, idempotency_key):
    """Returns the status and what was said. The key of a send makes it safe to try again: it has one effect, whatever
    was lost."""
    retry = run["config"]["retry"]
    headers = {
        "Authorization": f"Bearer {run['key']}",
        "Content-Type": "application/json",
        "Idempotency-Key": idempotency_key,
    }
    path = "/v1/submissions" + ("?dryRun=true" if run["dry_run"] else "")
    attempt = 0
    while True:
        attempt += 1
        after = None
        try:
            status, said_after, text = try_once(run["config"]["api"], path, body.encode(), headers)
            if status not in NOT_NOW:
                return status, said_in(text, status)
            why, after = f"the service answered {status}", seconds_of(said_after)
        except (OSError, http.client.HTTPException, EOFError) as error:
            why = f"the connection was lost ({type(error).__name__})"
        if attempt >= retry["attempts"]:
            raise Stop(4, f"Gave up after {attempt} attempts: {why}.")
        # Twice as long each time, and partly by chance, so that a hundred councils do not come back at once.
        own = retry["firstWaitSeconds"] * 2 ** (attempt - 1) * random.uniform(0.5, 1)
        seconds = min(own if after is None else after, LONGEST_WAIT_SECONDS)
        print(f"{why}; trying again in {seconds:.1f} s", flush=True)
        time.sleep(seconds)


def try_once(api, path, body, headers):
    """http.client follows no redirect, so the key goes nowhere but to the address of the configuration."""
    url = urlsplit(api)
    if url.scheme == "https":
        kind = http.client.HTTPSConnection
    elif url.hostname in ("127.0.0.1", "localhost"):
        kind = http.client.HTTPConnection
    else:
        raise Stop(2, "The address of the api must begin with https://, or the key would travel in the open.")
    connection = kind(url.hostname, url.port, timeout=LONGEST_SILENCE_SECONDS)
    try:
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Retry-After"), answer.read(MOST_BYTES)
    finally:
        connection.close()


def said_in(text, status):
    """Something between us and the service may answer in its own words; half of an acceptance is a lost one."""
    try:
        return json.loads(text)
    except ValueError:
        if status < 300:
            raise EOFError from None
        said = {"code": "", "message": "The answer does not come from the service.", "fix": 'Check "api".'}
        return said


def seconds_of(text):
    """`Retry-After` is a number of seconds or a date."""
    if not text:
        return None
    if text.isdigit():
        return int(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(timezone.utc)).total_seconds())
    except (TypeError, ValueError):
        return None
