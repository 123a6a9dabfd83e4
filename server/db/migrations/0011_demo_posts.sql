-- Posts of programmes that already stand in registers: whoever holds one is known by it before its programme gives it work.

insert into posts (code, zh, en, separation, sort) values
  ('union_organiser', '工会组建专员', 'union organiser', null, 33),
  ('commissioner', '党工专员', 'Party-union commissioner', null, 50);

-- An organiser looks after a union that has no committee yet, as far as a union officer does. Commissioners have no powers of their own here.
insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select 'union_organiser', permission, reach, starts_on, ends_before, document from post_grants where post = 'union_officer';
