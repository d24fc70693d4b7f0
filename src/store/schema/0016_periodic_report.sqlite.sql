-- A day on which a periodic report is due, where it is not the anniversary of the approval.
ALTER TABLE device ADD COLUMN periodic_report_on TEXT;
