from __future__ import annotations

from pathlib import Path

from rashomon.accounts import Sidecar, gather


def test_folder_stands_for_its_text_files_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.txt").write_text("B")
    (tmp_path / "deep" / "a.txt").write_text("A")
    (tmp_path / "notes.md").write_text("no account")
    assert [account.name for account in gather([tmp_path]).accounts] == ["a.txt", "b.txt"]


def test_folder_without_text_files_is_named(tmp_path: Path) -> None:
    gathered = gather([tmp_path])
    assert not gathered.accounts
    assert "folder without text files" in str(gathered.refused[0])


def test_same_file_twice_is_read_once_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "copy.txt").write_text("A")
    gathered = gather([tmp_path / "a.txt", tmp_path / "copy.txt", tmp_path / "a.txt"])
    assert [account.name for account in gathered.accounts] == ["a.txt"]
    assert len(gathered.refused) == 2


def test_one_text_of_two_outlets_is_two_accounts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "b.txt").write_text("A")
    stated = {"b.txt": Sidecar(account="b.txt", outlet="The Harbour Post")}
    assert len(gather([tmp_path], stated).accounts) == 2


def test_files_of_one_name_keep_their_folders(tmp_path: Path) -> None:
    for folder in ("post", "wire"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(folder)
    (tmp_path / "2.txt").write_text("two")
    assert [account.name for account in gather([tmp_path]).accounts] == ["2.txt", "post/1.txt", "wire/1.txt"]


def test_order_given_changes_nothing(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for file in files:
        file.write_text(file.name)
    assert gather(files) == gather(reversed(files))
