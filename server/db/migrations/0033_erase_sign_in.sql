-- Erasing a person takes away whatever could prove to be them.
grant delete on password_changes, recovery_codes, passkeys, provider_links to gonghui_app;
