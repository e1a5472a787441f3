<?php
// A test sends no letters.
function wp_mail() {
	return true;
}
