"""The ledger: how long is waited on what, who waits on whom, how long such waits usually last."""
