<?php
// php run.php FILE: runs a piece of PHP in the site, as its administrator.
define( 'ABSPATH', __DIR__ . '/' );
$_SERVER['HTTP_HOST']       = (string) parse_url( getenv( 'WORDPRESS_URL' ), PHP_URL_HOST );
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require ABSPATH . 'wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
wp_set_current_user( 1 );
require $argv[1];
