"""Links that people want looked at: what each leads to, cleaned of what only tracks its reader."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

GITHUB, GITLAB = "github", "gitlab"
NOTEBOOK, DASHBOARD, DOCUMENT, PLAIN = "notebook", "dashboard", "document", "link"
HOSTED = (GITHUB, GITLAB)
MOST_CHARACTERS = 2000

_TRACKING = re.compile(
    r"utm_\w+|[a-z]*clid|mc_[ce]id|_hs\w*|mkt_tok|igsh(?:id)?|ref_?src|ref_url|usp|trk\w*"
    r"|notification_referrer_id|email_(?:source|token)|_ga|_gl|vero_id|spm|s_cid",
    re.IGNORECASE,
)
# As Slack writes links, <https://…|face>; else a scheme, or a name with a dot and a path.
_LINK = re.compile(
    r"<(?P<sent>https?://[^\s<>|]+)(?:\|[^<>]*)?>"
    r"|(?P<whole>https?://[^\s<>]+)"
    r"|(?<![\w@./:-])(?P<bare>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?/[^\s<>]+)",
    re.IGNORECASE,
)
_BEHIND = ".,;:!?…'\"”’*_~`"  # what a sentence puts behind a link
_OPENS = {")": "(", "]": "[", "}": "{"}
_PULL = re.compile(r"/(?P<owner>[\w.-]+)/(?P<name>[\w.-]+)/pull/(?P<number>\d+)(?:/.*)?")
_MERGE = re.compile(
    r"/(?P<path>[\w.-]+(?:/[\w.-]+)+?)(?:/-)?/merge_requests/(?P<number>\d+)(?:/.*)?"
)
_REPOSITORY = re.compile(r"/(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?(?:/.*)?")
_BY_WAY_OF_GITHUB = re.compile(r"/(?:github|gh)(?P<path>/[\w.-]+/[\w.-]+(?:/.*)?)")
_NOTEBOOK_HOSTS = re.compile(
    r"(?:^|\.)(?:nbviewer\.\w+|nbviewer\.jupyter\.org|colab\.research\.google\.com"
    r"|colab\.google|hex\.tech|deepnote\.com|noteable\.io|mybinder\.org|kaggle\.com"
    r"|databricks\.com|azuredatabricks\.net)$"
)
_NOTEBOOK_PATHS = re.compile(r"\.(?:ipynb|rmd|qmd)$|/notebooks?/", re.IGNORECASE)
_DASHBOARD_HOSTS = re.compile(
    r"(?:^|[.-])(?:looker(?:studio)?|tableau(?:online)?|metabase(?:app)?|superset|preset|streamlit"
    r"|grafana|redash|powerbi|mode|lightdash|sigmacomputing|quicksight)(?:[.-]|$)"
)
_DASHBOARD_PATHS = re.compile(r"/(?:dashboards?|superset|explore|views|looks)(?:/|$)")
_DOCUMENT_HOSTS = re.compile(
    r"(?:^|\.)(?:docs\.google\.com|drive\.google\.com|notion\.(?:so|site)|atlassian\.net"
    r"|paper\.dropbox\.com|sharepoint\.com|onedrive\.live\.com|overleaf\.com|coda\.io|quip\.com"
    r"|hackmd\.io|arxiv\.org|miro\.com|figma\.com)$"
)
_DOCUMENT_PATHS = re.compile(r"\.(?:pdf|docx?|pptx?|xlsx?|md|rst|txt)$|/wiki(?:/|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    url: str  # clean: the same thing has the same one
    kind: str
    name: str  # short, for lists
    repository: str | None = None  # host/owner/name

    @property
    def place(self) -> str:
        """Its repository, else its address without scheme and question."""
        return self.repository or re.split("[?#]", self.url.partition("://")[2])[0]


def read_link(text: str) -> Link | None:
    """The first link in it; None where there is none that can be opened."""
    return next((link for _, link in _found(text)), None)


def cut_link(text: str) -> tuple[Link | None, str]:
    """The first link, and the words around it."""
    for (start, end), link in _found(text):
        return link, " ".join(f"{text[:start]} {text[end:]}".split())
    return None, " ".join(text.split())


def _found(text: str) -> Iterator[tuple[tuple[int, int], Link]]:
    for found in _LINK.finditer(text):
        written = found["sent"] or _without_marks(found["whole"] or found["bare"])
        whole = written if "://" in written else f"https://{written}"
        link = _read(whole.replace("&amp;", "&"))
        if link is not None:
            end = found.end() if found["sent"] else found.start() + len(written)
            yield (found.start(), end), link


def _without_marks(written: str) -> str:
    while written:
        last = written[-1]
        unopened = last in _OPENS and written.count(last) > written.count(_OPENS[last])
        if last not in _BEHIND and not unopened:
            break
        written = written[:-1]
    return written


def _read(written: str) -> Link | None:
    try:
        parts = urlsplit(written)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if not re.fullmatch(r"[a-z0-9.-]+", host) or len(written) > MOST_CHARACTERS:
        return None
    if port and port != {"https": 443, "http": 80}[parts.scheme]:
        host = f"{host}:{port}"
    return _request(parts, host) or _other(parts, host)


def _request(parts: SplitResult, host: str) -> Link | None:
    """A pull or merge request: one address, whichever of its tabs was open."""
    if found := _PULL.fullmatch(parts.path):
        place = f"{host}/{found['owner']}/{found['name']}".lower()
        url = f"{parts.scheme}://{place}/pull/{int(found['number'])}"
        return Link(url, GITHUB, f"{found['name']}#{int(found['number'])}", place)
    if found := _MERGE.fullmatch(parts.path):
        place = f"{host}/{found['path']}".lower()
        url = f"{parts.scheme}://{place}/-/merge_requests/{int(found['number'])}"
        name = found["path"].rpartition("/")[2]
        return Link(url, GITLAB, f"{name}!{int(found['number'])}", place)
    return None


def _other(parts: SplitResult, host: str) -> Link:
    """Without the name and password that an address may carry."""
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    path = parts.path.rstrip("/")
    query = f"?{urlencode(asked)}" if asked else ""
    fragment = f"#{parts.fragment}" if _leads_somewhere(parts.fragment) else ""
    root = "/" if not path and (query or fragment) else ""
    url = f"{parts.scheme}://{host}{path}{root}{query}{fragment}"
    return Link(url, _kind(host, path), _name(host, path), _repository(host, path))


def _leads_somewhere(fragment: str) -> bool:
    """Some tools keep the address behind the mark: #notebook/12; others only where one read."""
    return bool(re.match(r"[!/]|[a-z]+/|scrollTo=|gid=|fileId=|job/", fragment))


def _kind(host: str, path: str) -> str:
    named = host.partition(":")[0]
    if _NOTEBOOK_PATHS.search(path):
        return NOTEBOOK
    for pattern, kind in (
        (_NOTEBOOK_HOSTS, NOTEBOOK),
        (_DASHBOARD_HOSTS, DASHBOARD),
        (_DOCUMENT_HOSTS, DOCUMENT),
    ):
        if pattern.search(named):
            return kind
    if _DASHBOARD_PATHS.search(path):
        return DASHBOARD
    return DOCUMENT if _DOCUMENT_PATHS.search(path) else PLAIN


def _repository(host: str, path: str) -> str | None:
    """Also of a notebook that another site shows from there."""
    if _NOTEBOOK_HOSTS.search(host) and (shown := _BY_WAY_OF_GITHUB.fullmatch(path)):
        return _repository("github.com", shown["path"])
    if host.startswith("gitlab.") and "/-/" in path:
        return f"{host}{path.partition('/-/')[0]}".lower()
    if host.startswith(("github.", "gitlab.")) and (found := _REPOSITORY.fullmatch(path)):
        return f"{host}/{found['owner']}/{found['name']}".lower()
    return None


def _name(host: str, path: str) -> str:
    last = unquote(path).rpartition("/")[2]
    named = host.removeprefix("www.")
    return (f"{named}: {last}" if last else named)[:80]
