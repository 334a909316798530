-- Nothing refers to a thread, so the table can be made anew with the customer optional.
CREATE TABLE "new_Thread" (
    "platform" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "customer" TEXT,
    "draft" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("platform", "conversation", "memberId")
);
INSERT INTO "new_Thread" ("at", "conversation", "customer", "memberId", "platform") SELECT "at", "conversation", "customer", "memberId", "platform" FROM "Thread";
DROP TABLE "Thread";
ALTER TABLE "new_Thread" RENAME TO "Thread";
