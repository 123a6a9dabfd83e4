-- Papers as keyed and who collected one go a year after the result was confirmed; the result stays.
update rules set key = 'retention.ballot_papers', article = '选票封存一年后销毁' where key = 'ballots.papers_kept';
grant delete on paper_entries, paper_collections to gonghui_app;
