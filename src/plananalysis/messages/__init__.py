"""Messages in two languages: templates in English where they are raised, their Chinese in the tables ``zh_…`` by topic.

A message is raised as ``InputError("{path}: no such file", path=path)``. The English template is its key in these tables;
a test finds every template that is raised and asks for its Chinese, with the same values.
"""
