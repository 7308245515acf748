-- From where a job was started or confirmed: what it does is told as done from there.

alter table job add column address text;
