"""The sections that may be taken along, a module each: a subject in, its sentences, charts and tables out.

``exports.contents`` has them in order. They may know charts and model, and nothing of the files that are made of them.
"""
