"""Forty lives of reviews in plain words, and after each step who is to act, as people see it.

Written and labelled by hand, from what such requests look like, before the rule was run on them.
Ana is the author, but where it says otherwise. Days are of one week and the next; people work
from nine to half past five. `nobody` waits for nobody: it is a draft, over, or nobody is asked.
"""

HISTORIES = """
# Nobody answers
mon 10:00 | ana asks ben | ben
mon 10:30 | ana says a word | ben

# A comment is a question
mon 10:00 | ana asks ben | ben
mon 15:00 | ben comments | ana

# The author answers the question
mon 10:00 | ana asks ben | ben
mon 15:00 | ben comments | ana
tue 09:30 | ana says a word | ben

# Changes asked for
mon 10:00 | ana asks ben | ben
tue 11:00 | ben asks for changes | ana

# Changes asked for, and only talked about
mon 10:00 | ana asks ben | ben
tue 11:00 | ben asks for changes | ana
tue 12:00 | ana says a word | ana

# Changes asked for and pushed
mon 10:00 | ana asks ben | ben
tue 11:00 | ben asks for changes | ana
wed 11:00 | ana pushes | ben

# Asked once more after the changes
mon 10:00 | ana asks ben | ben
tue 11:00 | ben asks for changes | ana
wed 11:00 | ana pushes | ben
wed 11:05 | ana asks ben | ben
thu 09:10 | ben approves | ana merges

# Approved, not merged
mon 10:00 | ana asks ben | ben
mon 16:00 | ben approves | ana merges

# Approved and merged
mon 10:00 | ana asks ben | ben
mon 16:00 | ben approves | ana merges
mon 16:30 | ana merges | nobody

# A draft
mon 10:00 | ana makes it a draft | nobody
tue 10:00 | ana pushes | nobody

# A draft that names its reviewer early
mon 10:00 | ana makes it a draft | nobody
mon 10:05 | ana asks ben | nobody
wed 10:00 | ana makes it ready | ben

# Back to a draft after changes were asked for
mon 10:00 | ana asks ben | ben
tue 10:00 | ben asks for changes | ana
tue 11:00 | ana makes it a draft | nobody
thu 11:00 | ana pushes | nobody
thu 12:00 | ana makes it ready | ben

# A thumb is no answer
mon 10:00 | ana asks ben | ben
mon 11:00 | ben comments | ana
mon 12:00 | ana says a word | ben
mon 12:05 | ben puts a thumb up | ben

# The author's thumb is no answer either
mon 10:00 | ana asks ben | ben
mon 11:00 | ben comments | ana
mon 12:00 | ana puts a thumb up | ana

# Only a team was asked
mon 10:00 | ana asks a whole team | nobody
tue 10:00 | ana pushes | nobody

# A team was asked, and one of it took it
mon 10:00 | ana asks a whole team | nobody
tue 10:00 | ben takes it | ben
wed 10:00 | ben comments | ana

# Closed
mon 10:00 | ana asks ben | ben
tue 10:00 | ana closes | nobody

# Closed and opened again
mon 10:00 | ana asks ben | ben
tue 10:00 | ana closes | nobody
wed 10:00 | ana opens it again | ben

# The reviewer says no
mon 10:00 | ana asks ben | ben
mon 11:00 | ben declines | nobody
mon 11:00 | ana asks chiara | chiara

# Handed on
mon 10:00 | ana asks ben | ben
tue 09:30 | ben hands it on | nobody
tue 09:30 | ben asks chiara | chiara
tue 15:00 | chiara approves | ana merges

# Two reviewers, one answered with a yes
mon 10:00 | ana asks ben | ben
mon 10:00 | ana asks chiara | ben chiara
tue 10:00 | ben approves | chiara

# Two reviewers, one wants changes
mon 10:00 | ana asks ben | ben
mon 10:00 | ana asks chiara | ben chiara
tue 10:00 | ben asks for changes | ana
wed 10:00 | ana pushes | ben chiara

# Two reviewers, both say yes
mon 10:00 | ana asks ben | ben
mon 10:00 | ana asks chiara | ben chiara
tue 10:00 | ben approves | chiara
wed 10:00 | chiara approves | ana merges

# Somebody who was not asked approves
mon 10:00 | ana asks ben | ben
tue 10:00 | dana approves | ana merges

# Somebody who was not asked wants changes
mon 10:00 | ana asks ben | ben
tue 10:00 | dana asks for changes | ana

# A passer-by says a word
mon 10:00 | ana asks ben | ben
mon 16:00 | dana says a word | ben

# A machine says a word
mon 10:00 | ana asks ben | ben
mon 10:05 | a machine says a word | ben
tue 11:00 | ben asks for changes | ana
tue 11:05 | a machine says a word | ana

# A machine pushes
mon 10:00 | ana asks ben | ben
tue 11:00 | ben asks for changes | ana
tue 12:00 | a machine pushes | ana

# The yes is taken back
mon 10:00 | ana asks ben | ben
mon 12:00 | ben approves | ana merges
tue 12:00 | ana dismisses ben | ben

# Asked once more after a yes
mon 10:00 | ana asks ben | ben
mon 12:00 | ben approves | ana merges
wed 12:00 | ana pushes | ana merges
wed 12:10 | ana asks ben | ben

# A second opinion after a yes
mon 10:00 | ana asks ben | ben
mon 12:00 | ben approves | ana merges
wed 12:10 | ana asks chiara | chiara

# Taken off
mon 10:00 | ana asks ben | ben
mon 10:00 | ana asks chiara | ben chiara
tue 10:00 | ana takes ben off | chiara

# The reviewer pushes a commit of their own
mon 10:00 | ana asks ben | ben
tue 10:00 | ben asks for changes | ana
tue 10:30 | ben pushes | ana

# Too big
mon 10:00 | ana asks ben | ben
tue 10:00 | ben finds it too big | ana
thu 10:00 | ana pushes | ben

# A second question after the first answer
mon 10:00 | ana asks ben | ben
mon 15:00 | ben comments | ana
tue 09:30 | ana says a word | ben
tue 10:30 | ben comments | ana
tue 14:00 | ana says a word | ben

# A no from one, a word from the other
mon 10:00 | ana asks ben | ben
mon 10:00 | ana asks chiara | ben chiara
mon 14:00 | ben comments | ana
mon 15:00 | chiara approves | ana
tue 10:00 | ana says a word | ben

# Merged without an answer
mon 10:00 | ana asks ben | ben
fri 10:00 | ana merges | nobody

# Asked on a Friday evening
fri 17:00 | ana asks ben | ben
sat 12:00 | ana pushes | ben

# A word after the yes
mon 10:00 | ana asks ben | ben
mon 12:00 | ben approves | ana merges
mon 12:30 | ben says a word | ana merges

# A long one
mon 10:00 | ana makes it a draft | nobody
mon 15:00 | ana makes it ready | nobody
mon 15:01 | ana asks ben | ben
tue 10:00 | ben asks for changes | ana
wed 10:00 | ana pushes | ben
wed 15:00 | ben asks for changes | ana
fri 10:00 | ana pushes | ben
fri 11:00 | ben approves | ana merges
fri 16:00 | ana merges | nobody
"""
