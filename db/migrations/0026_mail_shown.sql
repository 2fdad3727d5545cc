-- by hand
-- Public pages offer to be followed by mail only where mail is sent: turned on or off, they are made anew.
create trigger mail_settings_notify after insert or delete on public.mail_settings
  for each row execute function public.notify_all_changed();
