<?php
// A test sends no letters.
function wp_mail() {
	return true;
}
// Its database need not outlive the machine.
if ( isset( $GLOBALS['@pdo'] ) ) {
	$GLOBALS['@pdo']->exec( 'PRAGMA synchronous = OFF' );
	$GLOBALS['@pdo']->exec( 'PRAGMA journal_mode = MEMORY' );
}
