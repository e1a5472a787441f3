<?php
// Before WordPress says it: its programs are links to a folder that several sites share.
define( 'ABSPATH', __DIR__ . '/' );
$collporterre_path = ltrim( rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ), '/' );
$collporterre_file = ABSPATH . $collporterre_path;
if ( is_dir( $collporterre_file ) && is_file( $collporterre_file . '/index.php' ) ) {
	$collporterre_path = rtrim( $collporterre_path, '/' ) . '/index.php';
	$collporterre_file = ABSPATH . ltrim( $collporterre_path, '/' );
}
if ( is_file( $collporterre_file ) && 'php' !== pathinfo( $collporterre_file, PATHINFO_EXTENSION ) ) {
	return false;
}
if ( ! is_file( $collporterre_file ) ) {
	$collporterre_path = 'index.php';
	$collporterre_file = ABSPATH . 'index.php';
}
$_SERVER['SCRIPT_NAME']     = '/' . ltrim( $collporterre_path, '/' );
$_SERVER['PHP_SELF']        = $_SERVER['SCRIPT_NAME'];
$_SERVER['SCRIPT_FILENAME'] = $collporterre_file;
unset( $_SERVER['PATH_INFO'] );
chdir( dirname( $collporterre_file ) );
require $collporterre_file;
