-- What was looked up last: 那永盛呢 asks for the same of another customer.
ALTER TABLE "Thread" ADD COLUMN "lookup" TEXT;
