-- How often a task was begun since it last ended in order. The queue's own count of deliveries says less: when a process is
-- killed, the broker hands its records to further waiting requests of the dead process first.
ALTER TABLE crawl_tasks ADD COLUMN begun smallint NOT NULL DEFAULT 0;
