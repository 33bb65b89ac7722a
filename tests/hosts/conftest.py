"""What tests of code hosts share: GitHub's double, the weather before it, a repository each."""

from tests.hosts.doubles import github as github
from tests.hosts.doubles import repository as repository
from tests.hosts.doubles import weather as weather
