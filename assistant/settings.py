"""Limits of a question and of an answer that are no matter of taste."""

# Characters of a question; more is a pasted document, not a question.
LONGEST_QUESTION = 4000
# Hits that are read for an answer, and hits offered as "närmast".
HITS_READ = 20
NEAREST_SHOWN = 3
# Words of a whole answer: a fact is one sentence; everything else fits a screen.
FACT_WORDS = 60
ANSWER_WORDS = 200
# Questions that are thought about at the same time. More would only take the processor from one another, and everyone would
# wait as long as the last; one besides uses it while the other waits for the model of questions or the disk.
QUESTIONS_AT_ONCE = 2
