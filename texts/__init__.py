"""Everything the user reads: three catalogues (bokmål, nynorsk, English) and Norwegian or English numbers."""

from texts.catalogue import LANGUAGES, Texts

__all__ = ["LANGUAGES", "Texts"]
