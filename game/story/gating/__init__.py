"""The gate between a model and whoever reads: whole sentences, each judged before it is shown; what becomes of others.

Knows nothing of what may be said: judges say that.
"""
