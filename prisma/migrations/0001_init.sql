-- CreateTable
CREATE TABLE "OrgUnit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "parentId" INTEGER,
    CONSTRAINT "OrgUnit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "OrgUnit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Member" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL,
    "leadId" INTEGER,
    "email" TEXT,
    "mobile" TEXT,
    "language" TEXT NOT NULL DEFAULT 'zh',
    "joinedOn" TEXT NOT NULL,
    "leftOn" TEXT,
    "successorId" INTEGER,
    "preferences" TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT "Member_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Member_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "linkedAt" DATETIME NOT NULL,
    "lastUsed" DATETIME NOT NULL,
    "address" TEXT,
    CONSTRAINT "Identity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LinkCode" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "memberId" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Leave" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" INTEGER NOT NULL,
    "fromDate" TEXT NOT NULL,
    "toDate" TEXT NOT NULL,
    "half" TEXT,
    "standInId" INTEGER,
    "cancelledAt" DATETIME,
    CONSTRAINT "Leave_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Leave_standInId_fkey" FOREIGN KEY ("standInId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Customer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "mnemonic" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "coreName" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "upstreamId" INTEGER,
    "officeId" INTEGER NOT NULL,
    "ownerId" INTEGER,
    "lastOwnerId" INTEGER,
    "ownedSince" DATETIME,
    "pooledSince" DATETIME,
    "region" TEXT,
    "city" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "postcode" TEXT,
    "email" TEXT,
    "industry" TEXT,
    "grade" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "source" TEXT,
    "parentGroup" TEXT,
    "creditGrade" TEXT,
    "creditLimit" BIGINT,
    "financePhone" TEXT,
    "homePage" TEXT,
    "taxId" TEXT,
    "remarks" TEXT,
    "registeredOn" TEXT NOT NULL,
    "reportsStock" BOOLEAN NOT NULL DEFAULT false,
    "lastVisitOn" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Customer_upstreamId_fkey" FOREIGN KEY ("upstreamId") REFERENCES "Customer" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Customer_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "OrgUnit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Customer_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CustomerKey" (
    "key" TEXT NOT NULL,
    "officeId" INTEGER NOT NULL,
    "customerId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,

    PRIMARY KEY ("key", "officeId", "customerId"),
    CONSTRAINT "CustomerKey_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "customerId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "pinyin" TEXT NOT NULL,
    "sex" TEXT,
    "department" TEXT,
    "title" TEXT,
    "reportsTo" TEXT,
    "phone" TEXT,
    "mobile" TEXT,
    "homePhone" TEXT,
    "email" TEXT,
    "fax" TEXT,
    "birthday" TEXT,
    "interests" TEXT,
    "assistant" TEXT,
    "isKey" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Contact_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Product" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "aliases" TEXT NOT NULL DEFAULT '[]',
    "pinyin" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "units" TEXT NOT NULL,
    "unitPrice" BIGINT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'own',
    "inSeason" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "customerId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "contactId" INTEGER,
    "contactName" TEXT,
    "state" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "time" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'on_site',
    "about" TEXT NOT NULL DEFAULT '',
    "need" TEXT,
    "feedback" TEXT,
    "nextStep" TEXT,
    "nextDate" TEXT,
    "valid" BOOLEAN NOT NULL DEFAULT true,
    "reason" TEXT,
    "settledAt" DATETIME,
    "settledById" INTEGER,
    "plannedAbout" TEXT,
    "createdAt" DATETIME NOT NULL,
    "recordedAt" DATETIME,
    CONSTRAINT "Visit_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Visit_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Visit_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StockReport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "customerId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submittedById" INTEGER,
    "submittedAt" DATETIME,
    "reviewedById" INTEGER,
    "reviewedAt" DATETIME,
    "reason" TEXT,
    "explanation" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "earlier" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "StockReport_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StockReport_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "StockReport_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StockLine" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "reportId" INTEGER NOT NULL,
    "productId" INTEGER NOT NULL,
    "opening" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "inTransit" INTEGER NOT NULL DEFAULT 0,
    "closing" INTEGER NOT NULL,
    "adjustment" INTEGER NOT NULL DEFAULT 0,
    "gifts" INTEGER NOT NULL DEFAULT 0,
    "remarks" TEXT,
    CONSTRAINT "StockLine_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StockReport" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StockLine_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ComplianceEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "customerId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "submittedAt" DATETIME,
    "excusedBy" TEXT,
    "reason" TEXT,
    CONSTRAINT "ComplianceEntry_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Contract" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "customerId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "submittedById" INTEGER NOT NULL,
    "submittedAt" DATETIME,
    "signedOn" TEXT,
    "decidedAt" DATETIME,
    "round" INTEGER NOT NULL DEFAULT 1,
    "territory" TEXT NOT NULL DEFAULT '',
    "paymentTerms" TEXT NOT NULL DEFAULT '',
    "priceTerms" TEXT NOT NULL DEFAULT '',
    "duties" TEXT NOT NULL DEFAULT '',
    "rebates" TEXT NOT NULL DEFAULT '[]',
    "amount" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Contract_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Contract_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContractLine" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "contractId" INTEGER NOT NULL,
    "productId" INTEGER NOT NULL,
    "volume" INTEGER NOT NULL,
    "months" TEXT NOT NULL,
    CONSTRAINT "ContractLine_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ContractLine_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContractStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "contractId" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "assignedToId" INTEGER,
    "openedAt" DATETIME,
    "remindedAt" DATETIME,
    "escalatedAt" DATETIME,
    "decidedById" INTEGER,
    "onBehalfOfId" INTEGER,
    "decidedAt" DATETIME,
    "reason" TEXT,
    CONSTRAINT "ContractStep_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ContractStep_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "ContractStep_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "ContractStep_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Nudge" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Nudge_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Snooze" (
    "memberId" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "until" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "item")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "platform" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    PRIMARY KEY ("platform", "conversation")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "subscribedById" INTEGER NOT NULL,
    "language" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Inbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "incoming" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" DATETIME,
    "error" TEXT,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "memberId" INTEGER,
    "subject" TEXT,
    "card" TEXT,
    "inboxId" INTEGER,
    "liveCardId" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'open',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" DATETIME NOT NULL,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "LiveCard" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subject" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "memberId" INTEGER,
    "drawn" TEXT NOT NULL,
    "postedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "command" TEXT NOT NULL,
    "input" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "pending" TEXT NOT NULL DEFAULT '{}',
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "outcome" TEXT,
    CONSTRAINT "Draft_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Thread" (
    "platform" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "customer" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("platform", "conversation", "memberId")
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "memberId" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "JobMark" (
    "job" TEXT NOT NULL PRIMARY KEY,
    "upTo" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PlaygroundMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "conversation" TEXT NOT NULL,
    "fromMember" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "OrgUnit_code_key" ON "OrgUnit"("code");

-- CreateIndex
CREATE INDEX "OrgUnit_parentId_idx" ON "OrgUnit"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_code_key" ON "Member"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Member_email_key" ON "Member"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Member_mobile_key" ON "Member"("mobile");

-- CreateIndex
CREATE INDEX "Member_unitId_role_idx" ON "Member"("unitId", "role");

-- CreateIndex
CREATE INDEX "Identity_memberId_idx" ON "Identity"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_platform_userId_key" ON "Identity"("platform", "userId");

-- CreateIndex
CREATE INDEX "Leave_memberId_toDate_idx" ON "Leave"("memberId", "toDate");

-- CreateIndex
CREATE INDEX "Leave_standInId_toDate_idx" ON "Leave"("standInId", "toDate");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_code_key" ON "Customer"("code");

-- CreateIndex
CREATE INDEX "Customer_officeId_ownerId_idx" ON "Customer"("officeId", "ownerId");

-- CreateIndex
CREATE INDEX "Customer_ownerId_idx" ON "Customer"("ownerId");

-- CreateIndex
CREATE INDEX "Customer_upstreamId_idx" ON "Customer"("upstreamId");

-- CreateIndex
CREATE INDEX "Customer_coreName_idx" ON "Customer"("coreName");

-- CreateIndex
CREATE INDEX "Customer_phone_idx" ON "Customer"("phone");

-- CreateIndex
CREATE INDEX "Customer_taxId_idx" ON "Customer"("taxId");

-- CreateIndex
CREATE INDEX "CustomerKey_customerId_idx" ON "CustomerKey"("customerId");

-- CreateIndex
CREATE INDEX "Contact_customerId_idx" ON "Contact"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "Product_code_key" ON "Product"("code");

-- CreateIndex
CREATE INDEX "Visit_customerId_date_idx" ON "Visit"("customerId", "date");

-- CreateIndex
CREATE INDEX "Visit_memberId_state_date_idx" ON "Visit"("memberId", "state", "date");

-- CreateIndex
CREATE INDEX "Visit_memberId_nextDate_idx" ON "Visit"("memberId", "nextDate");

-- CreateIndex
CREATE INDEX "Visit_state_date_idx" ON "Visit"("state", "date");

-- CreateIndex
CREATE INDEX "Visit_settledById_idx" ON "Visit"("settledById");

-- CreateIndex
CREATE INDEX "Visit_settledAt_nextDate_idx" ON "Visit"("settledAt", "nextDate");

-- CreateIndex
CREATE INDEX "StockReport_period_state_idx" ON "StockReport"("period", "state");

-- CreateIndex
CREATE UNIQUE INDEX "StockReport_customerId_period_key" ON "StockReport"("customerId", "period");

-- CreateIndex
CREATE INDEX "StockLine_productId_idx" ON "StockLine"("productId");

-- CreateIndex
CREATE UNIQUE INDEX "StockLine_reportId_productId_key" ON "StockLine"("reportId", "productId");

-- CreateIndex
CREATE INDEX "ComplianceEntry_period_state_idx" ON "ComplianceEntry"("period", "state");

-- CreateIndex
CREATE INDEX "ComplianceEntry_state_dueAt_idx" ON "ComplianceEntry"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "ComplianceEntry_customerId_period_key" ON "ComplianceEntry"("customerId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "Contract_number_key" ON "Contract"("number");

-- CreateIndex
CREATE INDEX "Contract_customerId_year_idx" ON "Contract"("customerId", "year");

-- CreateIndex
CREATE INDEX "Contract_state_idx" ON "Contract"("state");

-- CreateIndex
CREATE UNIQUE INDEX "ContractLine_contractId_productId_key" ON "ContractLine"("contractId", "productId");

-- CreateIndex
CREATE INDEX "ContractStep_state_role_idx" ON "ContractStep"("state", "role");

-- CreateIndex
CREATE UNIQUE INDEX "ContractStep_contractId_round_position_key" ON "ContractStep"("contractId", "round", "position");

-- CreateIndex
CREATE INDEX "Nudge_item_idx" ON "Nudge"("item");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_memberId_item_stage_key" ON "Nudge"("memberId", "item", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "Subscription_platform_conversation_digest_key" ON "Subscription"("platform", "conversation", "digest");

-- CreateIndex
CREATE INDEX "Inbox_state_nextAt_idx" ON "Inbox"("state", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_platform_messageId_key" ON "Inbox"("platform", "messageId");

-- CreateIndex
CREATE INDEX "Outbox_state_nextAt_idx" ON "Outbox"("state", "nextAt");

-- CreateIndex
CREATE INDEX "Outbox_platform_conversation_state_idx" ON "Outbox"("platform", "conversation", "state");

-- CreateIndex
CREATE INDEX "Outbox_inboxId_idx" ON "Outbox"("inboxId");

-- CreateIndex
CREATE INDEX "LiveCard_subject_idx" ON "LiveCard"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "LiveCard_platform_conversation_messageId_key" ON "LiveCard"("platform", "conversation", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_code_key" ON "Draft"("code");

-- CreateIndex
CREATE INDEX "Draft_memberId_usedAt_idx" ON "Draft"("memberId", "usedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_hash_key" ON "Audit"("hash");

-- CreateIndex
CREATE INDEX "Audit_subject_idx" ON "Audit"("subject");

-- CreateIndex
CREATE INDEX "Audit_memberId_idx" ON "Audit"("memberId");

-- CreateIndex
CREATE INDEX "PlaygroundMessage_conversation_version_idx" ON "PlaygroundMessage"("conversation", "version");
