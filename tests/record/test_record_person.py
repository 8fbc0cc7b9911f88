from __future__ import annotations

import pytest

from sayso.record.person import WHO, whoever_judges


@pytest.mark.parametrize("set_to, name", [("Ada Vento", "Ada Vento"), (" Ada ", "Ada"), ("", "leo"), ("  ", "leo")])
def test_whoever_judges_is_named_by_the_environment_or_is_logged_in(
    monkeypatch: pytest.MonkeyPatch, set_to: str, name: str
) -> None:
    monkeypatch.setenv("LOGNAME", "leo")
    monkeypatch.setenv(WHO, set_to)
    assert whoever_judges() == name
