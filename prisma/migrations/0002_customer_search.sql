-- Words by which customers are found, for names, sounds and parts of them; rowid is the id of the customer.
-- The columns hold tokens made by db/customer-search-tokens, not text: the table keeps only the index of them.
CREATE VIRTUAL TABLE CustomerSearch USING fts5 (
  scope, -- the office, and the owner or the pool of the office
  core,  -- characters and pairs of characters of the name people know
  name,  -- the same of the whole name, where it says more
  latin, -- the first letters from each syllable, initial and English word on
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 0'
);
