"""The commands of ``arende``, one module for each group."""
