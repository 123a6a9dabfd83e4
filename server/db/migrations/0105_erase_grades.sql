-- What was written about somebody's grade goes when their data are erased.
grant update (reason) on stipend_grades to gonghui_app;
