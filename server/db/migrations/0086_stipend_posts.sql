-- In Jiangbei part-time chairs are paid whether they stand in the register as chair of a union or as commissioner of an employer.
update rules set value = '[{"post": "union_chair", "fullTime": false}, {"post": "commissioner", "fullTime": false}]'
  where id = '00000000-0000-7000-8000-000000008507';
