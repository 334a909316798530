-- Accents are left out of the words by which customers are found: where there are customers, theirs are made again, from
-- the first on. The job customers.index_anew does it, little by little, and takes the row away.
INSERT INTO "Setting" ("key", "value") SELECT 'customers.indexed_up_to', '0' WHERE EXISTS (SELECT 1 FROM "Customer");
