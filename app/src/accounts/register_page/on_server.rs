pub fn browser_zone() -> Option<String> {
    None
}
